import { View } from '@tarojs/components'
import { classes } from '../../../lib/classes'
import { Icon } from '../../../ui/icon'
import { Tap } from '../../../ui/tap'
import './confirmation.css'

/** The extra confirmation, never ticked beforehand. */
export function Confirmation({ on, onToggle }: { on: boolean; onToggle: () => void }) {
  return (
    <Tap id='confirmed' role='checkbox' checked={on} className='confirmation' onTap={onToggle}>
      <View className={classes('confirmation-box', on && 'on')}>
        {on ? <Icon name='ok' className='confirmation-tick' /> : null}
      </View>
      <View className='grow'>我已见到本人和证件原件</View>
    </Tap>
  )
}
