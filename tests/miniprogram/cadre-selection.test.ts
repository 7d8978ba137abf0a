import type { QueueRow } from '#contract/review'
import { REAL_NAME_STATUSES } from '#domain/real-name'
import { canApprove, mayChoose, obstacleOf } from '../../src/miniprogram/cadre/queue/rules'
import { Selection } from '../../src/miniprogram/cadre/queue/selection'

const aRow = (person: string, more: Partial<QueueRow> = {}): QueueRow => ({
  person,
  version: 1,
  name: '许知夏',
  idTail: '0028',
  realName: 'passed',
  roster: 'listed',
  submittedAt: '2026-09-12T02:20:00.000Z',
  own: false,
  ...more,
})

describe('what can be approved from the list', () => {
  test.each([
    ['unverified', 'NOT_YET_VERIFIED'],
    ['verifying', 'NOT_YET_VERIFIED'],
    ['passed', undefined],
    ['failed', 'NEEDS_OFFLINE'],
    ['offlinePassed', undefined],
  ] as const)('%s: %s', (realName, obstacle) => expect(obstacleOf(aRow('a', { realName }))).toBe(obstacle))

  test.each(REAL_NAME_STATUSES)('one’s own application cannot be approved, not even when it is %s', (realName) => {
    expect(obstacleOf(aRow('a', { realName, own: true }))).toBe('OWN_APPLICATION')
  })

  test('whoever cannot be approved can still be returned, except oneself', () => {
    expect(REAL_NAME_STATUSES.every((realName) => mayChoose(aRow('a', { realName })))).toBe(true)
    expect(mayChoose(aRow('a', { own: true }))).toBe(false)
  })

  test('of a mixed choice only the verified ones are approved', () => {
    const chosen = [aRow('a'), aRow('b', { realName: 'verifying' }), aRow('c', { realName: 'failed' })]
    expect(chosen.filter(canApprove)).toEqual([chosen[0]])
  })
})

describe('the selection', () => {
  test('gives up a row that is touched again', () => {
    const selection = new Selection()
    expect(selection.toggle(aRow('a'))).toBe(true)
    expect(selection.has('a')).toBe(true)
    selection.toggle(aRow('a'))
    expect(selection.all()).toEqual([])
  })

  test('never takes one’s own application', () => {
    const selection = new Selection()
    expect(selection.toggle(aRow('a', { own: true }))).toBe(false)
    selection.addAll([aRow('b', { own: true }), aRow('c')])
    expect(selection.all().map(({ person }) => person)).toEqual(['c'])
  })

  test('ends at fifty, which is as many as one decision takes', () => {
    const selection = new Selection()
    selection.addAll(Array.from({ length: 60 }, (_, index) => aRow(`p${index}`)))
    expect(selection.all()).toHaveLength(50)
    expect(selection.toggle(aRow('late'))).toBe(false)
    expect(selection.toggle(aRow('p0'))).toBe(true)
    expect(selection.toggle(aRow('late'))).toBe(true)
  })

  test('tells its listeners once a change, and is the same array in between', () => {
    const selection = new Selection()
    let told = 0
    const leave = selection.subscribe(() => (told += 1))
    selection.addAll([aRow('a'), aRow('b')])
    const before = selection.all()
    expect(told).toBe(1)
    expect(selection.all()).toBe(before)
    leave()
    selection.clear()
    expect(told).toBe(1)
  })

  test('decides on the version that came last', () => {
    const selection = new Selection()
    selection.toggle(aRow('a'))
    selection.refresh([aRow('a', { version: 2 }), aRow('b')])
    expect(selection.all()).toEqual([aRow('a', { version: 2 })])
  })

  test('lets go of whoever has been decided', () => {
    const selection = new Selection()
    selection.addAll([aRow('a'), aRow('b')])
    selection.drop(['a'])
    expect(selection.all().map(({ person }) => person)).toEqual(['b'])
  })
})
