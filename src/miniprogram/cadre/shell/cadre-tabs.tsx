import Taro from '@tarojs/taro'
import { TabBar } from '../../ui/tab-bar'
import { INBOX, ME, QUEUE, WORKBENCH } from '../routes'

type Tab = 'workbench' | 'queue' | 'inbox' | 'me'

const GO: Record<Tab, () => void> = {
  workbench: () => void Taro.redirectTo({ url: WORKBENCH }),
  queue: () => void Taro.redirectTo({ url: QUEUE }),
  // The member's pages have their own bar: they lie above and lead back.
  inbox: () => void Taro.navigateTo({ url: INBOX }),
  me: () => void Taro.navigateTo({ url: ME }),
}

export type CadreTabsProps = { active: Tab; waiting?: number | undefined; unread?: number | undefined }

/** The four places of a cadre. */
export function CadreTabs({ active, waiting, unread }: CadreTabsProps) {
  return (
    <TabBar<Tab>
      id='cadre-tab'
      active={active}
      entries={[
        { key: 'workbench', label: '工作台', icon: 'home' },
        { key: 'queue', label: '审核', icon: 'stamp', badge: waiting },
        { key: 'inbox', label: '消息', icon: 'bell', badge: unread },
        { key: 'me', label: '我的', icon: 'user' },
      ]}
      onChange={(key) => {
        if (key !== active) GO[key]()
      }}
    />
  )
}
