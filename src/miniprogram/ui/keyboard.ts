type Key = { key: string; preventDefault(): void }

/** In a browser, what can be tapped is also reached by Tab and pressed by Enter or Space. */
export const keyboard = (tap: (() => void) | undefined): Record<string, unknown> => {
  if (process.env.TARO_ENV !== 'h5' || !tap) return {}
  return {
    tabIndex: 0,
    onKeyDown: (event: Key) => {
      if (event.key !== 'Enter' && event.key !== ' ') return
      event.preventDefault()
      tap()
    },
  }
}
