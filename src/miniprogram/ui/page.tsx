import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { usePreferences } from '../lib/preferences'
import { useNavigationBarTheme } from '../lib/navigation-bar'
import { aria } from './aria'
import { NavBar } from './nav-bar'
import { OfflineBanner } from './offline-banner'
import { PrivacySheet } from './privacy-sheet'
import './page.css'

export type PageProps = {
  id?: string
  className?: string
  /** A white page: entry, forms. */
  white?: boolean
  /** Lists that run from edge to edge. */
  flush?: boolean
  /** What stands above the content from edge to edge: OrgSwitcher, Tabs, Chips. */
  head?: ReactNode
  /** What stays at the foot: Foot, BatchBar, TabBar. */
  foot?: ReactNode
  /** Of when the data shown are, for the banner that says the network is gone. */
  dataAt?: Date | undefined
  children?: ReactNode
}

/** The root of every page: theme, size, background, the offline banner and the safe areas. */
export function Page({ id, className, white = false, flush = false, head, foot, dataAt, children }: PageProps) {
  const { theme, size } = usePreferences()
  useNavigationBarTheme()
  const look = [theme === 'system' ? undefined : `is-${theme}`, size !== 'regular' && 'is-elder']
  return (
    <View
      className={classes('page', ...look, size === 'max' && 'is-elder-max', white && 'white', className)}
      {...aria({ id, role: 'main' })}
    >
      <NavBar />
      <OfflineBanner dataAt={dataAt} />
      {head}
      <View className={classes('page-body', flush && 'flush', foot ? 'footed' : undefined)}>{children}</View>
      {foot ? <View className='page-foot'>{foot}</View> : null}
      <PrivacySheet />
    </View>
  )
}
