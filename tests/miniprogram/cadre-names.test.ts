import { readNames } from '../../src/miniprogram/cadre/queue/names'

describe('a pasted list of names', () => {
  test.each([
    ['spaces', '张三 李四  王五'],
    ['commas of both kinds', '张三,李四，王五'],
    ['list commas and semicolons', '张三、李四；王五;'],
    ['lines, also of Windows', '张三\r\n李四\n\n王五\n'],
    ['columns of a spreadsheet', '张三\t李四\t王五'],
    ['full-width spaces', '张三　李四　王五'],
  ])('is separated by %s', (_what, text) => {
    expect(readNames(text).names).toEqual(['张三', '李四', '王五'])
  })

  test('loses the numbers in front of the names', () => {
    expect(readNames('1. 张三\n2、李四\n（3）王五\n4李雷')).toEqual({
      names: ['张三', '李四', '王五', '李雷'],
      ignored: [],
      left: 0,
    })
  })

  test('keeps a name with a dot whole, in one spelling', () => {
    expect(readNames('阿依夏木•示例江 马骁').names).toEqual(['阿依夏木·示例江', '马骁'])
  })

  test('keeps the words of a Latin name together', () => {
    expect(readNames('Anna Maria, 张三').names).toEqual(['Anna Maria', '张三'])
  })

  test('names nobody twice', () => {
    expect(readNames('张三 李四 张三').names).toEqual(['张三', '李四'])
  })

  test('tells what is no name', () => {
    expect(readNames('张三 男 2025级 13800000000').ignored).toEqual(['男', '2025级', '13800000000'])
  })

  test('takes a hundred and tells how many are left', () => {
    const text = Array.from({ length: 103 }, (_, index) => '张' + String.fromCharCode(0x4e00 + index)).join('、')
    const { names, left } = readNames(text)
    expect(names).toHaveLength(100)
    expect(left).toBe(3)
  })

  test('is empty when nothing was pasted', () => {
    expect(readNames(' \n ,，')).toEqual({ names: [], ignored: [], left: 0 })
  })
})
