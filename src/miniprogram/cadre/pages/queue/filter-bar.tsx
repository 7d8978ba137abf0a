import type { OutputOf } from '#contract/procedure'
import type { review } from '#contract/review'
import { Chips } from '../../../ui/chips'
import { Tabs } from '../../../ui/tabs'
import { CHIPS, type Filter, TAB_LABELS, TABS, withChip } from '../../queue/filter'

export type FilterBarProps = {
  filter: Filter
  overview: OutputOf<typeof review.overview> | undefined
  onChange: (filter: Filter) => void
}

/** Which list, and whose real name is how far. */
export function FilterBar({ filter, overview, onChange }: FilterBarProps) {
  const counts = { pending: overview?.waiting, changes: overview?.changes, returned: undefined, approved: undefined }
  return (
    <>
      <Tabs
        id='queue-tab'
        label='列表'
        active={filter.tab}
        entries={TABS.map((key) => ({ key, label: TAB_LABELS[key], count: counts[key] }))}
        onChange={(tab) => onChange({ tab })}
      />
      {filter.tab === 'changes' ? null : (
        <Chips
          id='queue-chip'
          label='实名状态'
          active={filter.realName ?? 'all'}
          entries={CHIPS[filter.tab]}
          onChange={(chip) => onChange(withChip(filter, chip))}
        />
      )}
    </>
  )
}
