import { useContext } from 'react'
import { View } from '@tarojs/components'
import type { QueueRow } from '#contract/review'
import { Link } from '../../../ui/link'
import { type Filter, withNames } from '../../queue/filter'
import { canApprove } from '../../queue/rules'
import { SelectionContext, useAllChosen } from '../../queue/use-selection'
import './tools.css'

export type ToolsProps = {
  filter: Filter
  rows: readonly QueueRow[]
  onPaste: () => void
  onChange: (filter: Filter) => void
}

/** Above the list: find by a pasted list, choose everybody who can be approved, or nobody. */
export function Tools({ filter, rows, onPaste, onChange }: ToolsProps) {
  const selection = useContext(SelectionContext)
  const chosen = useAllChosen(selection)
  const approvable = filter.tab === 'pending' ? rows.filter(canApprove) : []
  return (
    <View className='tools'>
      <Link id='names-open' icon='search' onTap={onPaste}>
        {filter.names ? `名单上的 ${filter.names.length} 人` : '粘贴名单'}
      </Link>
      {filter.names ? (
        <Link id='names-clear' onTap={() => onChange(withNames(filter, []))}>
          看全部
        </Link>
      ) : null}
      {chosen.length > 0 ? (
        <Link id='choose-none' onTap={selection.clear}>
          都不选
        </Link>
      ) : approvable.length > 1 ? (
        <Link id='choose-approvable' onTap={() => selection.addAll(approvable)}>
          选中能通过的 {approvable.length} 人
        </Link>
      ) : null}
    </View>
  )
}
