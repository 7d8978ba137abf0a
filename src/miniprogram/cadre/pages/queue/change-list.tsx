import { View } from '@tarojs/components'
import { useReachBottom } from '@tarojs/taro'
import { labelOf } from '#domain/fields'
import { client } from '../../../api/client'
import type { Question } from '../../../api/use-ask'
import { useAskPages } from '../../../api/use-ask-pages'
import { usePullToRefresh } from '../../../api/use-pull-to-refresh'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { Empty } from '../../../ui/empty'
import { Skeleton } from '../../../ui/skeleton'
import { Tag } from '../../../ui/tag'
import { OBSTACLES } from '../../messages'
import { waitingSince } from '../../queue/waiting'
import { openChange } from '../../routes'
import { AnswerView } from '../../../api/answer-view'
import './change-list.css'

function Waiting({ since, now }: { since: string; now: Date }) {
  const { text, late } = waitingSince(since, now)
  if (!late) return <View className='t-cap c3'>{text}</View>
  return (
    <Tag kind='warn' icon='clock'>
      {text}
    </Tag>
  )
}

/** Members who want to change what needs a second look. */
export function ChangeList({ overview }: { overview: Question<unknown> }) {
  const list = useAskPages(client.review.changes, {})
  usePullToRefresh(list, overview)
  useReachBottom(list.loadMore)
  const now = new Date()
  return (
    <View className='change-list'>
      <AnswerView of={list} skeleton={<Skeleton shape='rows' count={4} />}>
        {(rows) =>
          rows.length === 0 ? (
            <Empty title='都办完了' note='有人改资料时，会在这里等你看。' />
          ) : (
            <Card flush>
              {rows.map(({ person, name, fields, submittedAt, own }) => (
                <Cell
                  key={person}
                  id={`change-${person}`}
                  label={name}
                  note={own ? OBSTACLES.OWN_APPLICATION : `改${fields.map(labelOf).join('、')}`}
                  aside={<Waiting since={submittedAt} now={now} />}
                  onTap={() => openChange(person)}
                />
              ))}
            </Card>
          )
        }
      </AnswerView>
      {list.more ? (
        <Button id='changes-more' kind='text' busy={list.loadingMore && '正在载入…'} onTap={list.loadMore}>
          再看 20 人
        </Button>
      ) : null}
    </View>
  )
}
