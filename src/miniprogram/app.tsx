import type { PropsWithChildren } from 'react'
import { QueryClientProvider } from '@tanstack/react-query'
import { useLaunch } from '@tarojs/taro'
import { watchForeground } from './lib/fresh-on-show'
import { watchNetwork } from './lib/network'
import { watchPrivacy } from './lib/privacy'
import { queries } from './lib/queries'
import { watchUpdates } from './lib/update'
import './app.css'

export default function App({ children }: PropsWithChildren) {
  useLaunch(() => {
    watchNetwork()
    watchForeground()
    watchPrivacy()
    watchUpdates()
  })
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>
}
