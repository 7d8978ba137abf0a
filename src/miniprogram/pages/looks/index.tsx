import { View } from '@tarojs/components'
import { REVEAL_PURPOSES } from '#contract/review'
import { PERMISSIONS, type PermissionKey } from '#domain/permissions'
import { AnswerView } from '../../api/answer-view'
import { client } from '../../api/client'
import { useAskPages } from '../../api/use-ask-pages'
import { usePullToRefresh } from '../../api/use-pull-to-refresh'
import { useReachEnd } from '../../member/use-reach-end'
import { pointInTime } from '../../lib/time-text'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Empty } from '../../ui/empty'
import { Icon, type IconName } from '../../ui/icon'
import { Page } from '../../ui/page'
import './looks.css'

// The sentences that the server itself goes by.
const RULES: { key: PermissionKey; icon: IconName }[] = [
  { key: 'ownProfile', icon: 'user' },
  { key: 'reviewCheckIn', icon: 'stamp' },
  { key: 'reviewProfileChange', icon: 'doc' },
  { key: 'revealIdNumber', icon: 'eye' },
]
const LOOKED = { revealIdNumber: '看了完整证件号', viewPhotos: '看了照片' } as const
const PURPOSES: Record<(typeof REVEAL_PURPOSES)[number], string> = {
  checkDocument: '核对证件',
  contactPolice: '联系公安核实',
  correctData: '更正资料',
  other: '其他',
}

const purposeText = (purpose: string | undefined) => {
  const known = REVEAL_PURPOSES.find((one) => one === purpose)
  return known ? PURPOSES[known] : purpose
}

/** Who may look at my data, and who has. */
export default function LooksPage() {
  const looks = useAskPages(client.checkin.looks, {})
  usePullToRefresh(looks)
  useReachEnd(looks)
  const now = new Date()
  return (
    <Page id='looks' dataAt={looks.at}>
      <Card title='谁能看'>
        {RULES.map(({ key, icon }) => (
          <View key={key} className='looks-rule'>
            <Icon name={icon} small className='looks-icon' />
            <View className='grow'>{PERMISSIONS[key].says}。</View>
          </View>
        ))}
      </Card>
      <AnswerView
        of={looks}
        isEmpty={(rows) => rows.length === 0}
        empty={
          <Card>
            <Empty id='looks-empty' title='还没有人看过' note='有人看了完整证件号或照片，会出现在这里。' />
          </Card>
        }
      >
        {(rows) => (
          <Card flush title='看过的人'>
            {rows.map(({ id, at, who, what, purpose }) => (
              <Cell
                key={id}
                id={`look-${id}`}
                label={[who.title, who.name].filter(Boolean).join(' ')}
                note={[LOOKED[what], purposeText(purpose)].filter(Boolean).join('，')}
                aside={<View className='t-note c3 nw'>{pointInTime(new Date(at), now)}</View>}
              />
            ))}
          </Card>
        )}
      </AnswerView>
      {looks.more ? (
        <Button id='looks-more' kind='text' busy={looks.loadingMore && '正在载入…'} onTap={looks.loadMore}>
          看更早的
        </Button>
      ) : null}
    </Page>
  )
}
