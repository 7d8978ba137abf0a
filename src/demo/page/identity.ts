const OURS = 'demo.'
const PREFERENCES = 'tuanjian.preferences'
const OPENID = 'simulated-openid'
const MADE_AT = `${OURS}madeAt`

const keysOf = (storage: Storage) => Array.from({ length: storage.length }, (_, place) => storage.key(place) ?? '')
/** Everything that the framed program keeps; how it looks belongs to the page's switches, not to a person. */
const appKeys = (storage: Storage) => keysOf(storage).filter((key) => !key.startsWith(OURS) && key !== PREFERENCES)
const keptUnder = (persona: string) => `${OURS}kept.${persona}`

function clearApp(): void {
  for (const storage of [localStorage, sessionStorage]) for (const key of appKeys(storage)) storage.removeItem(key)
}

/** Puts away what the framed program keeps for somebody, to be found again. */
export function putAway(persona: string): void {
  const kept = Object.fromEntries(appKeys(localStorage).map((key) => [key, localStorage.getItem(key)]))
  localStorage.setItem(keptUnder(persona), JSON.stringify(kept))
  clearApp()
}

/** Lays out what was put away for somebody, and gives the program this person's WeChat, if there is one. */
export function layOut(persona: string, openid: string | undefined): void {
  clearApp()
  const kept: unknown = JSON.parse(localStorage.getItem(keptUnder(persona)) ?? '{}')
  for (const [key, value] of Object.entries(kept ?? {})) if (typeof value === 'string') localStorage.setItem(key, value)
  if (openid) sessionStorage.setItem(OPENID, openid)
}

export const forget = (persona: string) => localStorage.removeItem(keptUnder(persona))

/** After a reset nobody's session is known any more. */
export function forgetIfReset(madeAt: string): void {
  if (localStorage.getItem(MADE_AT) === madeAt) return
  for (const key of keysOf(localStorage).filter((key) => key.startsWith(OURS))) localStorage.removeItem(key)
  clearApp()
  localStorage.setItem(MADE_AT, madeAt)
}

/** Changes how the framed program looks, in the form in which Taro stores values in a browser. */
export function prefer(preferences: Record<string, string>): void {
  localStorage.setItem(PREFERENCES, JSON.stringify({ data: preferences }))
}
