import { View } from '@tarojs/components'
import type { ReviewDetail } from '#contract/review'
import { pointInTime, waited } from '../../lib/time-text'
import { Avatar } from '../../ui/avatar'
import { Tag } from '../../ui/tag'
import { REAL_NAME_TAGS } from '../messages'
import './head.css'

const whenText = ({ status, submittedAt }: ReviewDetail, now: Date) => {
  const at = new Date(submittedAt)
  const wait = status === 'pending' ? `，已等 ${waited(now.getTime() - at.getTime())}` : ''
  return `${pointInTime(at, now)} 提交${wait}`
}

/** Who it is, how far the real name is, and since when they wait. */
export function PersonHead({ of }: { of: ReviewDetail }) {
  const { kind, icon, text } = REAL_NAME_TAGS[of.realName.status]
  return (
    <View className='person-head'>
      <Avatar name={of.values.name} large />
      <View className='grow'>
        <View className='row wrap'>
          <View className='t-title'>{of.values.name}</View>
          <Tag kind={kind} icon={icon}>
            {text}
          </Tag>
        </View>
        <View className='t-note c2'>{whenText(of, new Date())}</View>
      </View>
    </View>
  )
}
