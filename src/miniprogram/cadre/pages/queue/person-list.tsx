import { useContext, useEffect } from 'react'
import { View } from '@tarojs/components'
import type { QueueRow } from '#contract/review'
import { client } from '../../../api/client'
import type { Question } from '../../../api/use-ask'
import { useAskPages } from '../../../api/use-ask-pages'
import { usePullToRefresh } from '../../../api/use-pull-to-refresh'
import { Empty } from '../../../ui/empty'
import { Skeleton } from '../../../ui/skeleton'
import { openCode } from '../../routes'
import { type Filter, missingOf, questionOf, withChip, withNames } from '../../queue/filter'
import { SelectionContext } from '../../queue/use-selection'
import { AnswerView } from '../../../api/answer-view'
import { Rows } from './rows'
import { Tools } from './tools'
import './person-list.css'

export type PersonListProps = {
  filter: Filter
  overview: Question<unknown>
  onPaste: () => void
  onChange: (filter: Filter) => void
}

function Nobody({ filter, onChange }: Pick<PersonListProps, 'filter' | 'onChange'>) {
  if (filter.names) {
    const all = { id: 'names-all', text: '看全部', onTap: () => onChange(withNames(filter, [])) }
    return <Empty title='名单上的人都不在这里' note='可能还没来报到，或在别的列表里。' action={all} />
  }
  if (filter.realName) {
    const all = { id: 'chip-all', text: '看全部', onTap: () => onChange(withChip(filter, 'all')) }
    return <Empty title='这里没有人' action={all} />
  }
  if (filter.tab !== 'pending') return <Empty title={filter.tab === 'returned' ? '没有退回的' : '还没有通过的'} />
  return (
    <Empty
      title='都审完了'
      note='还没来的同学，可以把报到码发给他们。'
      action={{ id: 'send-code', text: '发报到码', onTap: openCode }}
    />
  )
}

function Found({ names, rows }: { names: readonly string[]; rows: readonly QueueRow[] }) {
  const missing = missingOf(names, rows)
  if (missing.length === 0) return null
  return (
    <View
      id='names-missing'
      className='person-list-note'
    >{`这 ${missing.length} 人不在这个列表里：${missing.join('、')}`}</View>
  )
}

/** The people of one list. */
export function PersonList({ filter, overview, onPaste, onChange }: PersonListProps) {
  const list = useAskPages(client.review.queue, questionOf(filter))
  const selection = useContext(SelectionContext)
  usePullToRefresh(list, overview)
  useEffect(() => selection.refresh(list.rows ?? []), [selection, list.rows])

  const { rows = [] } = list
  return (
    <>
      <Tools filter={filter} rows={rows} onPaste={onPaste} onChange={onChange} />
      <AnswerView of={list} skeleton={<Skeleton shape='rows' count={6} />}>
        {(found) =>
          found.length === 0 ? (
            <Nobody filter={filter} onChange={onChange} />
          ) : (
            <>
              {filter.names && !list.more ? <Found names={filter.names} rows={found} /> : null}
              <Rows list={list} rows={found} open={filter.tab === 'pending'} />
            </>
          )
        }
      </AnswerView>
    </>
  )
}
