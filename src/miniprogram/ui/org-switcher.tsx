import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { Badge } from './badge'
import { Tap } from './tap'
import './org-switcher.css'

export type OrgSwitcherProps = {
  id?: string
  name: string
  /** The post held there: 团支书，运营者. */
  post?: string
  /** What waits in the other organisations, all together. */
  others?: number
  /** Absent for who has one post only: the name stays, the switch goes. */
  onSwitch?: (() => void) | undefined
  slim?: boolean
}

/** Where the cadre works now; under the head of every cadre page. */
export function OrgSwitcher({ id = 'org', name, post, others = 0, onSwitch, slim = false }: OrgSwitcherProps) {
  return (
    <View className={classes('org', slim && 'slim')}>
      <View className='org-knot' />
      <View className='grow'>
        <View className={slim ? 't-note' : 't-strong'}>{name}</View>
        {post && !slim ? <View className='t-cap c2'>{post}</View> : null}
      </View>
      {onSwitch ? (
        <Tap
          id={`${id}-switch`}
          className='org-switch'

          onTap={onSwitch}
        >
          切换
          <Badge count={others} label={`其他组织有 ${others} 件待办`} />
        </Tap>
      ) : null}
    </View>
  )
}
