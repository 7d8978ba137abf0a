import { QUEUES } from '#contract/review'
import { REAL_NAME_STATUSES, type RealNameStatus } from '#domain/real-name'

export const TABS = ['pending', 'changes', 'returned', 'approved'] as const
export type Tab = (typeof TABS)[number]

/** What of the queue is shown. `names` are the pasted ones. */
export type Filter = { tab: Tab; realName?: RealNameStatus; names?: readonly string[] }
type Chip = RealNameStatus | 'all'

export const TAB_LABELS: Record<Tab, string> = {
  pending: '待审核',
  changes: '资料修改',
  returned: '已退回',
  approved: '已通过',
}

const ALL = { key: 'all', label: '全部' } as const

/** The real-name states that occur in each list. */
export const CHIPS: Record<Exclude<Tab, 'changes'>, readonly { key: Chip; label: string }[]> = {
  pending: [
    ALL,
    { key: 'passed', label: '可直接通过' },
    { key: 'failed', label: '要线下核验' },
    { key: 'verifying', label: '校验中' },
  ],
  returned: [
    ALL,
    { key: 'passed', label: '实名通过' },
    { key: 'failed', label: '实名未通过' },
    { key: 'verifying', label: '校验中' },
  ],
  approved: [ALL, { key: 'passed', label: '实名通过' }, { key: 'offlinePassed', label: '线下通过' }],
}

const oneOf = <T extends string>(list: readonly T[], text: string | undefined) => list.find((item) => item === text)

/** The list that a link asks for. */
export const tabOf = (tab: string | undefined, realName: string | undefined): Filter => {
  const state = oneOf(REAL_NAME_STATUSES, realName)
  return { tab: oneOf(TABS, tab) ?? 'pending', ...(state && { realName: state }) }
}

export const withChip = ({ realName: _before, ...filter }: Filter, chip: Chip): Filter =>
  chip === 'all' ? filter : { ...filter, realName: chip }

export const withNames = ({ names: _before, ...filter }: Filter, names: readonly string[]): Filter =>
  names.length > 0 ? { ...filter, names } : filter

/** The question for the server. */
export const questionOf = ({ tab, realName, names }: Filter) => ({
  queue: oneOf(QUEUES, tab) ?? ('pending' as const),
  ...(realName && { realName }),
  ...(names && { names: [...names] }),
})

/** Of the pasted names, those that nobody in the list has. */
export const missingOf = (names: readonly string[], rows: readonly { name: string }[]): string[] => {
  const found = new Set(rows.map(({ name }) => name))
  return names.filter((name) => !found.has(name))
}
