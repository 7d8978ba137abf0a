import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import './hero.css'

export type HeroProps = {
  /** A line or tags above the title. */
  over?: ReactNode
  /** The answer: 已交给支部. */
  title: string
  /** Sentences below it. */
  notes?: readonly string[]
  children?: ReactNode
}

/** The white head of a page, with the answer as its title. */
export function Hero({ over, title, notes, children }: HeroProps) {
  return (
    <View className='hero'>
      {over ? <View className='row wrap t-note c2'>{over}</View> : null}
      <View className='t-display'>{title}</View>
      {notes?.map((note) => (
        <View key={note} className='c2'>
          {note}
        </View>
      ))}
      {children}
    </View>
  )
}
