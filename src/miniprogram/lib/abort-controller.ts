type Listener = () => void

/** The part of the web's AbortSignal that a question waiting for its answer needs. */
class Signal {
  aborted = false
  reason: unknown
  private readonly listeners = new Set<Listener>()

  addEventListener(_type: 'abort', listener: Listener) {
    this.listeners.add(listener)
  }

  removeEventListener(_type: 'abort', listener: Listener) {
    this.listeners.delete(listener)
  }

  abort(reason: unknown) {
    if (this.aborted) return
    this.aborted = true
    this.reason = reason
    this.listeners.forEach((listener) => listener())
  }
}

/** Stands in for the web's AbortController, which WeChat's JavaScript lacks; see config/taro/mini.ts. */
export class AbortController {
  readonly signal = new Signal()

  abort(reason?: unknown) {
    this.signal.abort(reason ?? new Error('aborted'))
  }
}
