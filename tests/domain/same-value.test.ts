import { sameValue } from '#domain/same-value'

const place = { code: '440199', name: '示例区' }
test.each([
  ['a', 'a'],
  ['', undefined],
  [{ ...place }, place],
  [{ post: 'other', otherTitle: undefined }, { post: 'other' }],
  [
    ['a', 'b'],
    ['a', 'b'],
  ],
])('%j is the same as %j', (one, other) => {
  expect([sameValue(one, other), sameValue(other, one)]).toEqual([true, true])
})
test.each([
  ['a', 'b'],
  ['', 0],
  [false, undefined],
  [null, place],
  ['440199', place],
  [undefined, place],
  [{ ...place, code: '440198' }, place],
  [{ code: '440199' }, place],
  [['a'], ['a', 'b']],
])('%j is not the same as %j', (one, other) => {
  expect([sameValue(one, other), sameValue(other, one)]).toEqual([false, false])
})
