import type { PostView } from '#contract/account'
import { missingOf, questionOf, tabOf, withChip, withNames } from '../../src/miniprogram/cadre/queue/filter'
import { waitingSince } from '../../src/miniprogram/cadre/queue/waiting'
import { worstOf } from '../../src/miniprogram/cadre/queue/worst'
import { postText, settle } from '../../src/miniprogram/cadre/shell/settle'

const NOW = new Date('2026-09-14T02:32:00.000Z')
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000).toISOString()
const aPost = (orgId: string, more: Partial<PostView> = {}): PostView => ({
  orgId,
  orgName: '哲学2025级1班团支部',
  title: '团支书',
  operator: true,
  ...more,
})

describe('where a cadre works', () => {
  const posts = [aPost('00000001'), aPost('00000002')]

  test('a link leads to its organisation', () => {
    expect(settle(posts, { link: '00000002', acting: '00000001' })?.orgId).toBe('00000002')
  })

  test('a link to an organisation where one holds no post changes nothing', () => {
    expect(settle(posts, { link: '00000009', acting: '00000001' })?.orgId).toBe('00000001')
  })

  test('with several posts and none chosen, one has to choose', () => {
    expect(settle(posts, {})).toBeUndefined()
    expect(settle(posts, { acting: '00000009' })).toBeUndefined()
  })

  test('with one post there is nothing to choose', () => {
    expect(settle(posts.slice(0, 1), {})?.orgId).toBe('00000001')
  })

  test('the post says who reviews', () => {
    expect(postText(aPost('00000001'))).toBe('团支书，运营者')
    expect(postText(aPost('00000001', { operator: false }))).toBe('团支书')
    expect(postText(aPost('00000001', { title: '' }))).toBe('运营者')
  })
})

describe('how long somebody has waited', () => {
  test.each([
    [0.2, '12 分钟', false],
    [23.9, '23 小时', false],
    [24, '已等 24 小时', true],
    [47, '已等 47 小时', true],
    [50, '已等 2 天', true],
  ])('%d hours: %s', (hours, text, late) => expect(waitingSince(hoursAgo(hours), NOW)).toEqual({ text, late }))

  test('a clock that is ahead makes nobody wait backwards', () => {
    expect(waitingSince(hoursAgo(-1), NOW).text).toBe('刚刚')
  })
})

describe('who needs the cadre most', () => {
  const aRow = (realName: 'passed' | 'failed' | 'verifying', hours: number, own = false) => ({
    realName,
    own,
    submittedAt: hoursAgo(hours),
  })

  test('somebody whose real name failed, before all who wait longer', () => {
    const failed = aRow('failed', 3)
    expect(worstOf([aRow('passed', 30), failed], NOW)).toBe(failed)
  })

  test('else whoever has waited for a day', () => {
    const late = aRow('passed', 30)
    expect(worstOf([aRow('verifying', 40), late, aRow('passed', 2)], NOW)).toBe(late)
  })

  test('never oneself, and nobody when nobody waits long', () => {
    expect(worstOf([aRow('failed', 30, true), aRow('passed', 2)], NOW)).toBeUndefined()
  })
})

describe('the list that is shown', () => {
  test('comes from the link, or is the waiting one', () => {
    expect(tabOf('changes', undefined)).toEqual({ tab: 'changes' })
    expect(tabOf(undefined, 'failed')).toEqual({ tab: 'pending', realName: 'failed' })
    expect(tabOf('nonsense', 'nonsense')).toEqual({ tab: 'pending' })
  })

  test('asks the server no more than was chosen', () => {
    const filter = withNames(withChip({ tab: 'returned' }, 'passed'), ['许知夏'])
    expect(questionOf(filter)).toEqual({ queue: 'returned', realName: 'passed', names: ['许知夏'] })
    expect(questionOf(withNames(withChip(filter, 'all'), []))).toEqual({ queue: 'returned' })
  })

  test('tells which pasted names nobody has', () => {
    expect(missingOf(['许知夏', '赵六'], [{ name: '许知夏' }])).toEqual(['赵六'])
  })
})
