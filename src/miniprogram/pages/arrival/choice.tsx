import { View } from '@tarojs/components'
import { Icon, type IconName } from '../../ui/icon'
import { Tap } from '../../ui/tap'
import './arrival.css'

type Props = { id: string; icon: IconName; title: string; note: string; onTap: () => void }

/** One way to have come here; a single tap chooses it. */
export function Choice({ id, icon, title, note, onTap }: Props) {
  return (
    <Tap id={id} className='arrival-choice' label={`${title}，${note}`} onTap={onTap}>
      <Icon name={icon} className='arrival-icon' />
      <View className='grow'>
        <View className='t-heading'>{title}</View>
        <View className='t-note c2'>{note}</View>
      </View>
      <Icon name='go' className='arrival-go' />
    </Tap>
  )
}
