import { View } from '@tarojs/components'
import { CHECK_IN_STATUS_LABELS, type CheckInStatus } from '#domain/check-in'
import type { Detail } from '#domain/outcome'
import { restartAt } from '../member/routes'
import { Button } from '../ui/button'
import { Foot } from '../ui/foot'
import { Sheet } from '../ui/sheet'
import { Timeline } from '../ui/timeline'

type Props = { detail: Detail | undefined; onClose: () => void; onLogIn: () => void }

const text = (value: Detail[string] | undefined) => (typeof value === 'string' ? value : '')
const isStatus = (value: string): value is CheckInStatus => value in CHECK_IN_STATUS_LABELS

/** The number is in use elsewhere: where, and each way out of it. */
export function IdOnFile({ detail, onClose, onLogIn }: Props) {
  const branch = text(detail?.branch) || '另一个支部'
  const mobile = text(detail?.mobile)
  const status = text(detail?.status)
  const approved = status === 'approved'
  const account = mobile ? `用手机号 ${mobile} 登录` : '用当时的手机号登录'
  const ways = [
    { key: 'log-in', state: 'now' as const, title: account, lines: ['那是这个证件号现在所在的账号。'] },
    approved
      ? {
          key: 'move',
          state: 'todo' as const,
          title: '在那边办转接',
          lines: ['团员只能在一个支部，转接后就到新支部。'],
        }
      : {
          key: 'move',
          state: 'todo' as const,
          title: '在那边撤回',
          lines: ['撤回后回到这里，再交一次就行，填的都在。'],
        },
    {
      key: 'ask',
      state: 'todo' as const,
      title: '手机号不用了，或不是你登记的',
      lines: [`联系「${branch}」的团支书，或现在的团支书。`],
    },
  ]
  return (
    <Sheet
      id='id-on-file'
      open
      title='这个证件号已在别处登记'
      onClose={onClose}
      foot={
        <Foot column>
          <Button id='id-on-file-log-in' kind='primary' onTap={onLogIn}>
            换账号登录
          </Button>
          <Button id='id-on-file-help' kind='text' onTap={() => restartAt('help')}>
            看帮助
          </Button>
        </Foot>
      }
    >
      <View className='c2'>
        登记在「{branch}」{isStatus(status) ? `，${CHECK_IN_STATUS_LABELS[status]}` : ''}。先在那边办好，就能到新支部。
      </View>
      <View className='mt3'>
        <Timeline entries={ways} />
      </View>
    </Sheet>
  )
}
