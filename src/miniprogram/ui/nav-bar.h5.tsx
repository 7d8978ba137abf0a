import { useState, useSyncExternalStore } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { aria } from './aria'
import { Icon } from './icon'
import { Tap } from './tap'
import './nav-bar.css'

const ENTRY = 'pages/entry/index'

// Taro writes a page's title, and what setNavigationBarTitle says, into the document's.
const watchTitle = (changed: () => void) => {
  const observer = new MutationObserver(changed)
  observer.observe(document.head, { childList: true, subtree: true, characterData: true })
  return () => observer.disconnect()
}
const title = () => document.title

const wayBack = () => {
  const pages = Taro.getCurrentPages()
  if (pages.length > 1) return { icon: 'back', label: '返回', go: () => Taro.navigateBack() } as const
  if (location.hash.includes(ENTRY) || !location.hash.includes('/')) return undefined
  return { icon: 'home', label: '回到入口', go: () => Taro.reLaunch({ url: `/${ENTRY}` }) } as const
}

/** The head that WeChat draws on a phone: the way back and the title. */
export function NavBar() {
  const [back] = useState(wayBack)
  return (
    <View className='nav'>
      {back ? (
        <Tap id='nav-back' className='nav-back' label={back.label} onTap={() => void back.go()}>
          <Icon name={back.icon} />
        </Tap>
      ) : null}
      <View className='nav-title' {...aria({ role: 'heading' })} aria-level='1'>
        {useSyncExternalStore(watchTitle, title)}
      </View>
    </View>
  )
}
