import { useState } from 'react'
import { View } from '@tarojs/components'
import type { OutputOf } from '#contract/procedure'
import type { review } from '#contract/review'
import { Chips } from '../../../ui/chips'
import { Link } from '../../../ui/link'
import { Tabs } from '../../../ui/tabs'
import { CHIPS, type Filter, TAB_LABELS, TABS, withChip, withNames } from '../../queue/filter'
import { NamesSheet } from './names-sheet'
import './filter-bar.css'

export type FilterBarProps = {
  filter: Filter
  overview: OutputOf<typeof review.overview> | undefined
  onChange: (filter: Filter) => void
}

/** Which list, whose real name is how far, and which names. */
export function FilterBar({ filter, overview, onChange }: FilterBarProps) {
  const [pasting, setPasting] = useState(false)
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
        <>
          <Chips
            id='queue-chip'
            label='实名状态'
            active={filter.realName ?? 'all'}
            entries={CHIPS[filter.tab]}
            onChange={(chip) => onChange(withChip(filter, chip))}
          />
          <View className='filter-names'>
            <Link id='names-open' icon='search' onTap={() => setPasting(true)}>
              {filter.names ? `只看名单上的 ${filter.names.length} 人` : '粘贴名单来找'}
            </Link>
            {filter.names ? (
              <Link id='names-clear' onTap={() => onChange(withNames(filter, []))}>
                看全部
              </Link>
            ) : null}
          </View>
        </>
      )}
      <NamesSheet
        open={pasting}
        onClose={() => setPasting(false)}
        onFind={(names) => (setPasting(false), onChange(withNames(filter, names)))}
      />
    </>
  )
}
