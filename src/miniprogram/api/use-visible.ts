import { useState } from 'react'
import { useDidHide, useDidShow } from '@tarojs/taro'

/** Is this page the one on the screen? Pages below it stay alive and should not go on asking. */
export function useVisible() {
  const [visible, setVisible] = useState(true)
  useDidShow(() => setVisible(true))
  useDidHide(() => setVisible(false))
  return visible
}
