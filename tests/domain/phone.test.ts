import { readPhone } from '#domain/phone'

test.each([
  '13800000000',
  '138 0000 0000',
  '138-0000-0000',
  '+8613800000000',
  '+86 138 0000 0000',
  '008613800000000',
  '8613800000000',
  '１３８００００００００',
  '＋８６１３８００００００００',
  '(86)13800000000',
])('%s is a mobile number', (typed) => {
  expect(readPhone(typed)).toEqual({ ok: true, value: '13800000000' })
})

test.each([
  '',
  '1380000000',
  '138000000000',
  '12800000000',
  '23800000000',
  '+85213800000000',
  '138****0000',
  '1380000000O',
  '+8686138000000',
  '13800000000;drop',
])('%j is none', (typed) => {
  expect(readPhone(typed)).toMatchObject({ ok: false, code: 'PHONE_FORMAT' })
})
