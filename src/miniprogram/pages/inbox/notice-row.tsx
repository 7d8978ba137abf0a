import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { NoticeView } from '#contract/notice'
import { classes } from '../../lib/classes'
import { pointInTime } from '../../lib/time-text'
import { NOTICES } from '../../messages'
import { Tag } from '../../ui/tag'
import { Tap } from '../../ui/tap'
import { targetOf } from './target'
import './inbox.css'

/** What happened, whether it waits for you, and the way there. */
export function NoticeRow({ notice, now }: { notice: NoticeView; now: Date }) {
  const { id, at, kind, role, read } = notice
  const { title, text } = NOTICES[kind]
  const duty = role === 'decide' ? '等你处理' : '供知晓'
  return (
    <Tap
      id={`notice-${id}`}
      className={classes('inbox-row', read && 'read')}
      label={[!read && '未读', title, duty, text(notice)].filter(Boolean).join('，')}
      onTap={() => void Taro.navigateTo({ url: targetOf(notice) })}
    >
      <View className={classes('inbox-dot', !read && 'on')} />
      <View className='grow'>
        <View className='inbox-head'>
          <View className={classes('grow', !read && 't-strong')}>{title}</View>
          <View className='t-note c3 nw'>{pointInTime(new Date(at), now)}</View>
        </View>
        <View className='inbox-text'>{text(notice)}</View>
        <Tag kind={role === 'decide' ? 'now' : 'neutral'}>{duty}</Tag>
      </View>
    </Tap>
  )
}
