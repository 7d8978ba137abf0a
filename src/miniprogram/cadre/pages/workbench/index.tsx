import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { PostView } from '#contract/account'
import { usePullToRefresh } from '../../../api/use-pull-to-refresh'
import { Card } from '../../../ui/card'
import { Notice } from '../../../ui/notice'
import { Quick } from '../../../ui/quick'
import { INBOX, MEMBER_HOME, openCode } from '../../routes'
import { ONLY_OPERATORS } from '../../messages'
import { AnswerView } from '../../../api/answer-view'
import { useOverview } from '../../queue/use-overview'
import { CadreGate, type Cadre } from '../../shell/gate'
import { CadrePage } from '../../shell/cadre-page'
import { CadreTabs } from '../../shell/cadre-tabs'
import { Tiles } from './tiles'
import { useWaiting, Worst } from './worst'

const openInbox = () => void Taro.navigateTo({ url: INBOX })
const asMember = () => void Taro.reLaunch({ url: MEMBER_HOME })

function Shortcuts({ post }: { post: PostView }) {
  const code = { key: 'code', icon: 'qr', label: '报到码', onTap: openCode } as const
  return (
    <Card>
      <Quick
        entries={[
          ...(post.operator ? [code] : []),
          { key: 'inbox', icon: 'bell', label: '消息', onTap: openInbox },
          { key: 'member', icon: 'user', label: '团员身份', onTap: asMember },
        ]}
      />
    </Card>
  )
}

const useFirst = (cadre: Cadre | undefined) => [useOverview(cadre), useWaiting(Boolean(cadre?.post.operator))]

function Workbench({ cadre }: { cadre: Cadre }) {
  const { me, post } = cadre
  const overview = useOverview(cadre)
  usePullToRefresh(overview)
  return (
    <CadrePage
      id='workbench'
      cadre={cadre}
      everyCadre
      dataAt={overview.at}
      foot={<CadreTabs active='workbench' waiting={overview.value?.waiting} unread={me.unread} />}
    >
      {post.operator ? (
        <AnswerView of={overview}>
          {(value) => (
            <>
              <Worst />
              <Tiles of={value} />
            </>
          )}
        </AnswerView>
      ) : (
        <Notice id='operators-only' className='mt4'>
          {ONLY_OPERATORS}
        </Notice>
      )}
      <View className='workbench-quick'>
        <Shortcuts post={post} />
      </View>
    </CadrePage>
  )
}

/** What waits in the organisation, and the way there. */
export default function WorkbenchPage() {
  return <CadreGate useFirst={useFirst}>{(cadre) => <Workbench key={cadre.post.orgId} cadre={cadre} />}</CadreGate>
}
