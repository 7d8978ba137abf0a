import Taro from '@tarojs/taro'
import type { CheckInField } from '#domain/check-in-values'
import { idFor } from './fields'

/** Scrolls until an element is in sight, which may be drawn in this very moment. */
export function scrollToId(id: string) {
  Taro.nextTick(() => {
    if (process.env.TARO_ENV !== 'h5') return void Taro.pageScrollTo({ selector: `#${id}`, offsetTop: -80 })
    document.getElementById(id)?.scrollIntoView({ block: 'center' })
  })
}

/** To a field, with its label in sight. */
export const jumpTo = (field: CheckInField) => scrollToId(`${idFor(field)}-field`)

/** To the top of the next step. */
export const jumpToTop = () => {
  Taro.nextTick(() => void Taro.pageScrollTo({ scrollTop: 0, duration: 0 }))
}
