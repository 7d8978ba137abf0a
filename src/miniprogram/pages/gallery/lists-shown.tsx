import { useState } from 'react'
import { View } from '@tarojs/components'
import { BatchBar } from '../../ui/batch-bar'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Check } from '../../ui/check'
import { Chips } from '../../ui/chips'
import { Door } from '../../ui/door'
import { Hints } from '../../ui/hints'
import { OrgSwitcher } from '../../ui/org-switcher'
import { Quick } from '../../ui/quick'
import { TabBar } from '../../ui/tab-bar'
import { Tabs } from '../../ui/tabs'
import { Tile } from '../../ui/tile'
import { nothing } from './nothing'

export function ListsShown() {
  const [tab, setTab] = useState<'waiting' | 'change' | 'done'>('waiting')
  const [chip, setChip] = useState<'all' | 'ready' | 'late'>('all')
  return (
    <>
      <View className='mt3'>
        <OrgSwitcher name='哲学2025级1班团支部' post='团支书，运营者' others={2} onSwitch={nothing} />
        <OrgSwitcher name='哲学2025级1班团支部' slim others={2} onSwitch={nothing} id='slim' />
        <Tabs
          id='tabs'
          label='列表'
          active={tab}
          onChange={setTab}
          entries={[
            { key: 'waiting', label: '待审核', count: 8 },
            { key: 'change', label: '资料修改', count: 0 },
            { key: 'done', label: '已办' },
          ]}
        />
        <Chips
          id='chips'
          label='筛选'
          active={chip}
          onChange={setChip}
          entries={[
            { key: 'all', label: '全部', count: 8 },
            { key: 'ready', label: '可直接通过', count: 5 },
            { key: 'late', label: '等了 24 小时', count: 3 },
          ]}
        />
        <View className='row'>
          <Check label='许知夏' on onTap={nothing} />
          <Check label='马骁' on={false} onTap={nothing} />
          <Check label='何一舟' on={false} off onTap={nothing} />
        </View>
      </View>
      <View className='tiles'>
        <Tile label='资料审核' count={8} note='3 人超 24 小时' late onTap={nothing} />
        <Tile label='资料修改' count={0} note='都办完了' onTap={nothing} />
      </View>
      <Card>
        <Quick
          entries={[
            { key: 'code', icon: 'qr', label: '报到码', onTap: nothing },
            { key: 'people', icon: 'user', label: '团员', onTap: nothing },
            { key: 'org', icon: 'tree', label: '组织', onTap: nothing },
            { key: 'move', icon: 'swap', label: '发起转接', onTap: nothing },
          ]}
        />
      </Card>
      <Card title='核对提示'>
        <Hints
          hints={[
            { key: 'a', kind: 'fail', title: '实名校验两次没通过', note: '9月12日 10:21、9月13日 02:15。请当面核验。' },
            { key: 'b', kind: 'warn', title: '姓名与名单差一个字：名单是「何一洲」' },
            { key: 'c', kind: 'ok', title: '入团时 15 岁 2 个月，符合规定' },
          ]}
        />
      </Card>
      <Door glyph='cadre' title='我是团干部' note='审核资料、办理转接、查询与会话' onTap={nothing} />
      <View className='mt3'>
        <BatchBar selected={3} note='都能通过'>
          <Button>退回</Button>
          <Button kind='primary'>通过 3 人</Button>
        </BatchBar>
        <TabBar
          active='home'
          onChange={nothing}
          entries={[
            { key: 'home', label: '工作台', icon: 'home' },
            { key: 'review', label: '审核', icon: 'stamp', badge: 8 },
            { key: 'search', label: '查询', icon: 'search' },
            { key: 'chat', label: '会话', icon: 'chat', badge: 3 },
          ]}
        />
      </View>
    </>
  )
}
