import { onlineManager } from '@tanstack/react-query'
import Taro from '@tarojs/taro'
import { useSyncExternalStore } from 'react'

/** Tells the cache of answers when the network comes and goes; called once, at launch. */
export function watchNetwork() {
  if (process.env.TARO_ENV !== 'weapp') return
  onlineManager.setEventListener((setOnline) => {
    const listener = ({ isConnected }: { isConnected: boolean }) => setOnline(isConnected)
    Taro.onNetworkStatusChange(listener)
    return () => Taro.offNetworkStatusChange(listener)
  })
}

const subscribe = (listener: () => void) => onlineManager.subscribe(listener)
const isOnline = () => onlineManager.isOnline()

export const useOnline = () => useSyncExternalStore(subscribe, isOnline, isOnline)
