import { useRef } from 'react'
import { focusManager } from '@tanstack/react-query'
import Taro, { useDidShow } from '@tarojs/taro'

/** Tells the cache of answers when the program comes to the front; called once, at launch. */
export function watchForeground() {
  if (process.env.TARO_ENV !== 'weapp') return
  focusManager.setEventListener((setFocused) => {
    const show = () => setFocused(true)
    const hide = () => setFocused(false)
    Taro.onAppShow(show)
    Taro.onAppHide(hide)
    return () => (Taro.offAppShow(show), Taro.offAppHide(hide))
  })
}

/** Asks again when the page is shown again and its answer is no longer fresh. */
export function useFreshOnShow(question: { isStale: boolean; refetch: () => unknown }) {
  const seen = useRef(false)
  useDidShow(() => {
    if (seen.current && question.isStale) question.refetch()
    seen.current = true
  })
}
