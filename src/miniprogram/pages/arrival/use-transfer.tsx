import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Foot } from '../../ui/foot'
import { Sheet } from '../../ui/sheet'
import { Timeline } from '../../ui/timeline'

type Props = { open: boolean; onClose: () => void; onLogIn: () => void }

const STEPS = [
  { key: 'log-in', state: 'now' as const, title: '登录原来的账号', lines: ['用当时报到的手机号登录。'] },
  { key: 'start', state: 'todo' as const, title: '在那边发起转接', lines: ['填新支部，也可以请新支部的团支书发起。'] },
  { key: 'decide', state: 'todo' as const, title: '两边组织审核', lines: ['每一步由谁办、等了多久，都看得到。'] },
  { key: 'done', state: 'todo' as const, title: '转到新支部', lines: ['资料跟着你走，不用重填。'] },
]

/** Whoever is in the system keeps one branch: what to do instead of checking in again. */
export function UseTransfer({ open, onClose, onLogIn }: Props) {
  return (
    <Sheet
      id='arrival-transfer'
      open={open}
      title='你要办的是转接'
      onClose={onClose}
      foot={
        <Foot column>
          <Button id='arrival-log-in' kind='primary' onTap={onLogIn}>
            用原来的账号登录
          </Button>
          <Button id='arrival-not-in-system' kind='text' onTap={onClose}>
            其实是第一次用，返回
          </Button>
        </Foot>
      }
    >
      <View className='c2'>一名团员只在一个团支部。已经在系统报到过，就不再报到，把关系转到新支部。</View>
      <View className='mt3'>
        <Timeline entries={STEPS} />
      </View>
      <View className='t-note c3 mt3'>手机上的转接还在准备，现在可以请原支部或新支部的团支书在电脑端发起。</View>
    </Sheet>
  )
}
