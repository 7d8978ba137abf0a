import { useSyncExternalStore } from 'react'
import { queries } from '../lib/queries'
import { stored } from '../lib/storage'

const isText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
const token = stored('session', isText)
const account = stored('account', isText)
const org = stored('actingOrg', isText)

/** A session begins with its account: `account.secret` in a browser, the account alone in WeChat. */
const accountOf = (session: string) => session.split('.')[0] ?? ''

/** The session that goes with every call; absent when signed out. */
export const sessionToken = () => token.read()

/** Whose the typed values on this device are; known beyond the end of a session. */
export const sessionAccount = () => account.read()

/**
 * Keeps the session of whoever has just entered. Pages of the same person stay as they are, with all that was typed;
 * answers given to somebody else are forgotten.
 */
export function setSession(session: string) {
  const same = account.read() === accountOf(session)
  keepSession(session)
  void (same ? queries.invalidateQueries() : queries.resetQueries())
}

/** The same session again, as the server repeats it; in WeChat it may come without having been here before. */
export function keepSession(session: string) {
  if (!session) return
  if (session !== token.read()) token.write(session)
  if (accountOf(session) !== account.read()) account.write(accountOf(session))
}

/** Forgets the session, the acting organisation and every answer on this device. */
export function clearSession() {
  token.clear()
  account.clear()
  setActingOrg(undefined)
  queries.clear()
}

/** Forgets a session that the server no longer knows; what is on the screen stays. */
export const dropSession = () => token.clear()

let acting: { org: string | undefined } | undefined
const listeners = new Set<() => void>()

/** The organisation on whose behalf a cadre acts. */
export const actingOrg = (): string | undefined => {
  acting ??= { org: org.read() }
  return acting.org
}

export function setActingOrg(id: string | undefined) {
  acting = { org: id }
  if (id) org.write(id)
  else org.clear()
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const useActingOrg = () => useSyncExternalStore(subscribe, actingOrg, actingOrg)
