import Taro from '@tarojs/taro'

/** WeChat takes three at once. */
const MOST = 3

/** Asks whether WeChat may bring the result. Must run first in the tap; a no is no obstacle. */
export async function askForMessages(templates: readonly string[]): Promise<boolean> {
  if (process.env.TARO_ENV !== 'weapp' || templates.length === 0) return false
  const tmplIds = templates.slice(0, MOST)
  const refused = () => undefined
  const answer = await Taro.requestSubscribeMessage({ tmplIds, entityIds: [] }).catch(refused)
  return tmplIds.some((id) => (answer as Record<string, unknown> | undefined)?.[id] === 'accept') // keyed by template id
}
