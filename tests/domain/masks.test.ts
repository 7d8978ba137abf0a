import { maskEmail, maskHandle, maskIdNumber, maskMemberNumber, maskName, maskOrgName, maskPhone } from '#domain/masks'

test.each([
  [maskIdNumber, '440199200603150012', '4401**********0012'],
  [maskIdNumber, 'H12345678', 'H1*****78'],
  [maskIdNumber, '123', '***'],
  [maskIdNumber, '', ''],
  [maskPhone, '13800000000', '138****0000'],
  [maskPhone, '138', '***'],
  [maskName, '李明', '李*'],
  [maskName, '欧阳明', '欧**'],
  [maskName, '𠮷田明', '𠮷**'],
  [maskName, '李𠮷', '李*'],
  [maskName, '', ''],
  [maskMemberNumber, '202100000118', '2021****0118'],
  [maskEmail, 'liming@example.com', 'l***@example.com'],
  [maskEmail, 'a@example.com', 'a***@example.com'],
  [maskEmail, 'no address', '**********'],
  [maskHandle, 'li_ming_2006', 'li********06'],
  [maskHandle, 'abcd', '****'],
  [maskOrgName, '示例大学软件工程2401团支部', '示例***团支部'],
  [maskOrgName, '示例大学团委', '示例***团委'],
  [maskOrgName, '示例学院团总支', '示例***团总支'],
  [maskOrgName, '示例开发区团工委', '示例***团工委'],
  [maskOrgName, '示例大学软件学院支部委员会', '示例***支部委员会'],
  [maskOrgName, '一班团支部', '一***团支部'],
  [maskOrgName, '示', '***'],
  [maskOrgName, '团委', '***团委'],
])('%p hides %s as %s', (mask, value, masked) => {
  expect(mask(value)).toBe(masked)
})

test('a mask never cuts a rare character in half', () => {
  for (const mask of [maskIdNumber, maskPhone, maskName, maskMemberNumber, maskEmail, maskHandle, maskOrgName]) {
    expect(mask('𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷𠮷@𠮷')).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/)
  }
})
