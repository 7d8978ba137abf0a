import { useEffect } from 'react'
import Taro, { useDidShow } from '@tarojs/taro'
import { type Theme, usePreferences } from './preferences'

// The same values as theme.json, which WeChat reads only for the theme of the phone.
const COLOURS = {
  light: { frontColor: '#000000', backgroundColor: '#ffffff' },
  dark: { frontColor: '#ffffff', backgroundColor: '#191c21' },
}

let painted = false

const paint = (theme: Theme) => {
  if (process.env.TARO_ENV !== 'weapp') return
  if (theme === 'system' && !painted) return
  painted = true
  const shown = theme === 'system' ? (Taro.getAppBaseInfo().theme ?? 'light') : theme
  void Taro.setNavigationBarColor(COLOURS[shown])
}

/** Gives WeChat's head the colours of a theme that the user forced. */
export function useNavigationBarTheme() {
  const { theme } = usePreferences()
  useEffect(() => paint(theme), [theme])
  useDidShow(() => paint(theme))
}
