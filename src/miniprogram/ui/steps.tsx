import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { aria } from './aria'
import { Bar } from './bar'
import './steps.css'

export type StepsProps = {
  names: readonly string[]
  /** The step that is on now, from 0; `names.length` when all are done. */
  at: number
  /** The step that is on was returned. */
  returned?: boolean
  /** Keep the dots in elder mode too, where else a sentence and a bar stand for them. */
  keep?: boolean
}

const stateOf = (index: number, at: number, returned: boolean) => {
  if (index < at) return 'done'
  if (index > at) return 'todo'
  return returned ? 'returned' : 'now'
}

/** Dots on a line: what is done, what is on, what is still to come. */
export function Steps({ names, at, returned = false, keep = false }: StepsProps) {
  const current = names[at]
  const said = current ? `第 ${at + 1} 步，${current}，共 ${names.length} 步` : `${names.length} 步都完成了`
  return (
    <>
      <View className={classes('steps', keep && 'keep')} {...aria({ role: 'img', label: said })}>
        {names.map((name, index) => (
          <View key={name} className={classes('step', stateOf(index, at, returned))}>
            <View className='step-dot' />
            {name}
          </View>
        ))}
      </View>
      {keep ? null : (
        <View className='steps-line'>
          <View className='t-strong'>{current ? `第 ${at + 1} 步：${current}` : '都完成了'}</View>
          <View className='c2'>共 {names.length} 步</View>
          <Bar parts={[{ share: Math.min(1, (at + 1) / names.length), tone: 'now' }]} />
        </View>
      )}
    </>
  )
}
