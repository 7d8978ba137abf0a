import { useSyncExternalStore } from 'react'
import { stored } from './storage'
import { SIZES, type Size, sizeOfWeChat } from './text-size'

export const THEMES = ['system', 'light', 'dark'] as const
export type Theme = (typeof THEMES)[number]

export type Preferences = { theme: Theme; size: Size }
type Choices = Partial<Preferences>

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const oneOf = <T extends string>(list: readonly T[], value: unknown) => list.find((item) => item === value)

const choices = stored<Choices>('preferences', (value) => {
  if (!isRecord(value)) return undefined
  const theme = oneOf(THEMES, value.theme)
  const size = oneOf(SIZES, value.size)
  return { ...(theme && { theme }), ...(size && { size }) }
})

let current: Preferences | undefined
const listeners = new Set<() => void>()

const preferences = (): Preferences => {
  current ??= { theme: 'system', size: sizeOfWeChat(), ...choices.read() }
  return current
}

const choose = (choice: Choices) => {
  choices.write({ ...choices.read(), ...choice })
  current = undefined
  listeners.forEach((listener) => listener())
}

export const chooseTheme = (theme: Theme) => choose({ theme })
export const chooseSize = (size: Size) => choose({ size })

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

/** Theme and text size: what the user chose here, else what the phone and WeChat are set to. */
export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, preferences, preferences)

/** Is the page large? Elder mode has fewer columns and no avatars. */
export const useElder = () => usePreferences().size !== 'regular'
