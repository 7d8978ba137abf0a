import { queryShape, sortShape } from '../../src/localcloud/inspector/query-shape'

describe('the shape of a query', () => {
  it.each([
    [undefined, '{}'],
    ['{}', '{}'],
    ['{"phone":"13800000000"}', '{ phone: 文本 }'],
    ['{"a":{"$numberInt":"7"},"b":true,"c":null}', '{ a: 数字, b: 真假, c: 空 }'],
    ['{"due":{"$lte":{"$date":{"$numberLong":"0"}}}}', '{ due: { $lte: 时间 } }'],
    ['{"name":{"$regularExpression":{"pattern":"^secret","options":""}}}', '{ name: 正则 }'],
    ['{"id":{"$in":["a","b","c"]}}', '{ id: { $in: [文本 × 3] } }'],
    ['{"$or":[{"a":"x"},{"b":1}]}', '{ $or: [{ a: 文本 }, { b: 数字 }] }'],
    ['{"a":"$secret"}', '{ a: 文本 }'],
    [
      '[{"$match":{"a":"$secret"}},{"$group":{"_id":"$state"}},{"$sort":{"n":-1}}]',
      '[{ $match: { a: 文本 } }, { $group: { _id: $state } }, { $sort: n ↓ }]',
    ],
    ['no json: secret', '（读不懂的查询）'],
  ])('of %s is %s', (query, shape) => {
    expect(queryShape(query)).toBe(shape)
  })

  it('tells an order by its keys', () => {
    expect(sortShape('{"at":{"$numberInt":"-1"},"_id":{"$numberInt":"1"}}')).toBe('at ↓, _id ↑')
  })
})
