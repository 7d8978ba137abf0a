type Listener = (...facts: unknown[]) => void

const NAMES = ['NetworkStatusChange', 'ThemeChange', 'AppShow', 'AppHide', 'NeedPrivacyAuthorization', 'WindowResize']

/** wx.onNetworkStatusChange and its like; `happen` is what a phone would do. */
export function createHappenings() {
  const listeners = new Map<string, Set<Listener>>(NAMES.map((name) => [name, new Set()]))
  const on = (name: string) => (listener: Listener) => void listeners.get(name)?.add(listener)
  const off = (name: string) => (listener: Listener) => void listeners.get(name)?.delete(listener)
  return {
    apis: Object.fromEntries(
      NAMES.flatMap((name) => [
        [`on${name}`, on(name)],
        [`off${name}`, off(name)],
      ]),
    ),
    happen: (name: string, ...facts: unknown[]) => listeners.get(name)?.forEach((listener) => listener(...facts)),
  }
}
