import { View } from '@tarojs/components'
import { AnswerView } from '../../api/answer-view'
import { client } from '../../api/client'
import { useAskPages } from '../../api/use-ask-pages'
import { usePullToRefresh } from '../../api/use-pull-to-refresh'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/empty'
import { Page } from '../../ui/page'
import { Skeleton } from '../../ui/skeleton'
import { MemberTabs } from '../../member/member-tabs'
import { useMe } from '../../member/use-me'
import { useReachEnd } from '../../member/use-reach-end'
import { NoticeRow } from './notice-row'
import { useReadOnLeaving } from './use-read-on-leaving'

/** 消息: what happened while one was away. */
export default function InboxPage() {
  const me = useMe()
  const inbox = useAskPages(client.notice.inbox, {})
  usePullToRefresh(inbox, me)
  useReachEnd(inbox)
  useReadOnLeaving(inbox.rows)
  const now = new Date()
  return (
    <Page
      id='inbox'
      dataAt={inbox.at}
      foot={<MemberTabs active='inbox' unread={inbox.loading ? undefined : me.value?.me.unread} />}
    >
      <AnswerView
        // one paint: the list comes with the number below it
        of={me.loading ? { ...inbox, value: undefined } : inbox}
        skeleton={<Skeleton shape='rows' />}
        isEmpty={(rows) => rows.length === 0}
        empty={
          <Card>
            <Empty id='inbox-empty' title='还没有消息' note='报到、审核、修改有了结果，都会发到这里。' />
          </Card>
        }
      >
        {(rows) => (
          <>
            <Card flush id='inbox-list'>
              {rows.map((notice) => (
                <NoticeRow key={notice.id} notice={notice} now={now} />
              ))}
            </Card>
            {inbox.more ? (
              <Button id='inbox-more' kind='text' busy={inbox.loadingMore && '正在载入…'} onTap={inbox.loadMore}>
                看更早的
              </Button>
            ) : (
              <View className='t-cap c3 center mt3'>没有更早的了</View>
            )}
          </>
        )}
      </AnswerView>
    </Page>
  )
}
