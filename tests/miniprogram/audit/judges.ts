import type { Declaration } from 'postcss'
import { GOAL } from './limits'
import type { Visit } from './visit'

/** What is too much, in words. */
export const above = (what: string, value: number, bound: number) =>
  value > bound ? [`${what}: ${Math.round(value)}, at most ${bound}`] : []

/** The most setData in any second. */
export const inOneSecond = ({ paints }: Visit) =>
  Math.max(0, ...paints.map(({ at }) => paints.filter((other) => other.at >= at && other.at < at + 1000).length))

export const atTheSameTime = ({ asked }: Visit) =>
  Math.max(0, ...asked.map(({ start }) => asked.filter((other) => other.start <= start && start < other.end).length))

export const twice = ({ asked }: Visit) => {
  const seen = new Set<string>()
  return asked.flatMap(({ name, input }) => {
    const key = `${name} ${input}`
    if (seen.has(key)) return [`${key} was asked twice`]
    seen.add(key)
    return []
  })
}

export const OWN_NETWORK = ['request', 'downloadFile', 'connectSocket']
export const DEPRECATED = [
  'getSystemInfoSync',
  'getSystemInfo',
  'getUserInfo',
  'getUserProfile',
  'chooseImage',
  'createCanvasContext',
]

export const stiff = ({ styles }: Visit) => {
  const found: string[] = []
  styles.walkRules((rule) => {
    const declared = rule.nodes.filter((node): node is Declaration => node.type === 'decl')
    const scrolls = declared.some(({ prop, value }) => prop.startsWith('overflow') && /auto|scroll/.test(value))
    const touch = declared.some(({ prop, value }) => prop === '-webkit-overflow-scrolling' && value === 'touch')
    if (scrolls && !touch) found.push(rule.selector)
  })
  return found
}

export const activeStyles = ({ styles }: Visit) => {
  const found: string[] = []
  styles.walkRules(/:active/, ({ selector }) => void found.push(selector))
  return found
}

export const bent = ({ layout }: Visit) =>
  layout.images.flatMap(({ what, width, height, naturalWidth, naturalHeight }) => {
    if (!naturalWidth || !naturalHeight) return [`${what} shows no picture`]
    const [shown, own] = [height / width, naturalHeight / naturalWidth]
    return Math.abs(shown - own) > GOAL.ratio * own ? [`${what} is shown ${width} × ${height}`] : []
  })

export const oversized = ({ layout }: Visit) =>
  layout.images.flatMap(({ what, width, height, naturalWidth, naturalHeight }) =>
    naturalWidth * naturalHeight > width * height * GOAL.pixelRatio ** 2
      ? [`${what} has ${naturalWidth} × ${naturalHeight} pixels for ${width} × ${height}`]
      : [],
  )

export const small = ({ layout }: Visit) =>
  layout.touched.flatMap(({ what, width, height }) =>
    Math.min(width, height) < GOAL.finger ? [`${what} is ${width} × ${height}`] : [],
  )
