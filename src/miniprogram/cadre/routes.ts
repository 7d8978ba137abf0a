import Taro from '@tarojs/taro'

const CADRE = '/cadre/pages'
export const WORKBENCH = `${CADRE}/workbench/index`
export const QUEUE = `${CADRE}/queue/index`
export const CHOOSE = `${CADRE}/choose/index`
export const INBOX = '/pages/inbox/index'
export const ME = '/pages/me/index'
export const MEMBER_HOME = '/pages/home/index'

const query = (params: Record<string, string | undefined>) =>
  Object.entries(params)
    .flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : []))
    .join('&')

const open = (page: string, params: Record<string, string | undefined> = {}) => {
  const given = query(params)
  return void Taro.navigateTo({ url: `${CADRE}/${page}/index${given && `?${given}`}` })
}

export const openDetail = (person: string) => open('detail', { person })
export const openReturn = (person: string) => open('return', { person })
export const openOffline = (person: string) => open('offline', { person })
export const openChange = (person: string) => open('change', { person })
export const openCode = () => open('code')
export const openQueue = (params: { tab?: string; realName?: string } = {}) => open('queue', params)

/** After a decision on a page above the detail: back below both, to where the cadre came from. */
export const leaveDetail = () => {
  const depth = Taro.getCurrentPages().length
  return void (depth > 2 ? Taro.navigateBack({ delta: 2 }) : Taro.redirectTo({ url: QUEUE }))
}

/** Back to the page before, or to the list when somebody came here by a link. */
export const leave = () =>
  void (Taro.getCurrentPages().length > 1 ? Taro.navigateBack() : Taro.redirectTo({ url: QUEUE }))
