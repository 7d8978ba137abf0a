import { useState } from 'react'
import { stored } from '../../lib/storage'

/** Something typed that survives leaving the page: it stays on this device until it has been sent. */
export function useKept<T>(name: string, parse: (value: unknown) => T | undefined, empty: T) {
  const [store] = useState(() => stored(`cadre.${name}`, parse))
  const [value, setValue] = useState<T>(() => store.read() ?? empty)
  return {
    value,
    set: (next: T) => {
      setValue(next)
      store.write(next)
    },
    forget: store.clear,
  }
}

export const asText = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)
