import { View } from '@tarojs/components'
import { aria } from '../../ui/aria'
import './tree.css'

// Drawn on each other, every layer in one colour of the theme.
const LAYERS = ['line', 'way', 'halo', 'hole', 'ring', 'stop'] as const

/** The line from the province down to you. */
export function Tree() {
  return (
    <View className='entry-tree' {...aria({ role: 'img', label: '从团省委到支部、再到你的组织线' })}>
      {LAYERS.map((layer) => (
        <View key={layer} className={`entry-tree-layer ${layer}`} />
      ))}
      <View className='entry-tree-you'>你</View>
    </View>
  )
}
