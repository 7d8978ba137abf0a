import { TabBar } from '../ui/tab-bar'
import { replaceBy } from './routes'

type Tab = 'home' | 'inbox' | 'me'

/** The places of a member; the number at 消息 is what has not been read. */
export function MemberTabs({ active, unread }: { active: Tab; unread: number | undefined }) {
  return (
    <TabBar<Tab>
      entries={[
        { key: 'home', label: '首页', icon: 'home' },
        { key: 'inbox', label: '消息', icon: 'bell', badge: unread || undefined },
        { key: 'me', label: '我的', icon: 'user' },
      ]}
      active={active}
      onChange={(tab) => {
        if (tab !== active) replaceBy(tab)
      }}
    />
  )
}
