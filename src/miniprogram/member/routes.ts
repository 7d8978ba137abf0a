import Taro from '@tarojs/taro'
import type { CheckInStatus } from '#domain/check-in'

export const ROUTES = {
  entry: '/pages/entry/index',
  branch: '/pages/branch/index',
  login: '/pages/login/index',
  arrival: '/pages/arrival/index',
  form: '/pages/form/index',
  waiting: '/pages/waiting/index',
  returned: '/pages/returned/index',
  home: '/pages/home/index',
  profile: '/pages/profile/index',
  change: '/pages/change/index',
  inbox: '/pages/inbox/index',
  me: '/pages/me/index',
  looks: '/pages/looks/index',
  privacy: '/pages/privacy/index',
  help: '/pages/help/index',
  choosePost: '/cadre/pages/choose/index',
  cadreDetail: '/cadre/pages/detail/index',
} as const
export type RouteName = keyof typeof ROUTES
type Given = Record<string, string | undefined>

export const urlOf = (name: RouteName, given: Given = {}) => {
  const query = Object.entries(given).flatMap(([key, value]) => (value ? `${key}=${encodeURIComponent(value)}` : []))
  return ROUTES[name] + (query.length > 0 ? `?${query.join('&')}` : '')
}

/** Above the page on the screen. */
export const open = (name: RouteName, given?: Given) => void Taro.navigateTo({ url: urlOf(name, given) })
/** In place of the page on the screen. */
export const replaceBy = (name: RouteName, given?: Given) => void Taro.redirectTo({ url: urlOf(name, given) })
/** As the only page: there is no way back. */
export const restartAt = (name: RouteName, given?: Given) => void Taro.reLaunch({ url: urlOf(name, given) })

/** The page where a check-in in this state is dealt with. */
export const PAGE_OF: Record<CheckInStatus, RouteName> = {
  draft: 'form',
  pending: 'waiting',
  returned: 'returned',
  withdrawn: 'form',
  approved: 'home',
}

/** A parameter of the address. WeChat hands it over as it was encoded, browsers decode it. */
export const readParam = (value: string | undefined): string => {
  try {
    return decodeURIComponent(value ?? '')
  } catch {
    return value ?? ''
  }
}
