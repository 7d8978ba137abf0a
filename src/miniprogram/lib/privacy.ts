import { useSyncExternalStore } from 'react'
import Taro from '@tarojs/taro'

type Listener = Parameters<typeof Taro.onNeedPrivacyAuthorization>[0]
type Answer = Parameters<Listener>[0]

/** The id of the button that agrees: WeChat checks that this one was touched. */
export const AGREE_BUTTON = 'privacy-agree'

let waiting: Answer[] = []
let asked = false
const listeners = new Set<() => void>()

const announce = () => {
  asked = waiting.length > 0
  listeners.forEach((listener) => listener())
}

const settle = (answer: Parameters<Answer>[0]) => {
  waiting.forEach((resolve) => resolve(answer))
  waiting = []
  announce()
}

/** From now on, WeChat's question before the first use of a camera or an album is asked in our words. */
export function watchPrivacy() {
  if (process.env.TARO_ENV !== 'weapp' || !Taro.canIUse('onNeedPrivacyAuthorization')) return
  Taro.onNeedPrivacyAuthorization((resolve) => {
    waiting.push(resolve)
    announce()
  })
}

export const agreeToPrivacy = () => settle({ event: 'agree', buttonId: AGREE_BUTTON })
export const refusePrivacy = () => settle({ event: 'disagree' })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const usePrivacyAsked = () =>
  useSyncExternalStore(
    subscribe,
    () => asked,
    () => asked,
  )
