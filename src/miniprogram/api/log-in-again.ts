import Taro from '@tarojs/taro'
import { dropSession } from './session'

const LOGIN = 'pages/login/index'

type Shown = { route?: string; options?: Record<string, unknown>; $taroParams?: Record<string, unknown> }

/** The address of the page on the screen, parameters included. */
export const hereUrl = (): string | undefined => {
  // Taro types a page of the stack without its route and its parameters
  const shown = Taro.getCurrentPages().slice(-1)[0] as Shown | undefined
  const route = shown?.route?.replace(/^\//, '').replace(/\?.*$/, '')
  if (!route) return undefined
  const given = Object.entries(shown?.options ?? {}).filter(
    ([key, value]) => typeof value === 'string' && !key.startsWith('$'),
  )
  const query = given.map(([key, value]) => `${key}=${encodeURIComponent(String(value))}`).join('&')
  return `/${route}${query && `?${query}`}`
}

let leaving = false

/** Opens the login page above the page on the screen, which keeps all that was typed and is shown again afterwards. */
export function logInAgain() {
  dropSession()
  const here = hereUrl()
  if (leaving || !here || here.startsWith(`/${LOGIN}`)) return
  leaving = true
  const arrived = () => (leaving = false)
  void Taro.navigateTo({ url: `/${LOGIN}?to=${encodeURIComponent(here)}` }).then(arrived, arrived)
}
