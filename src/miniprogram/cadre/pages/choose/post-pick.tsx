import { View } from '@tarojs/components'
import type { PostView } from '#contract/account'
import { classes } from '../../../lib/classes'
import { Tag } from '../../../ui/tag'
import { Tap } from '../../../ui/tap'

export type PostPickProps = { post: PostView; last: boolean; on: boolean; onTap: () => void }

/** One of the organisations where somebody works. */
export function PostPick({ post, last, on, onTap }: PostPickProps) {
  return (
    <Tap id={`post-${post.orgId}`} role='radio' checked={on} className={classes('pick', on && 'on')} onTap={onTap}>
      <View className='row'>
        {last ? <View className='pick-knot' /> : null}
        <View className='t-heading grow'>{post.orgName}</View>
      </View>
      <View className='c2'>{post.title || '还没设置职务'}</View>
      <View className='row wrap mt2'>
        {last ? <Tag kind='now'>上次在这里</Tag> : null}
        <Tag>{post.operator ? '运营者' : '团干部'}</Tag>
      </View>
    </Tap>
  )
}
