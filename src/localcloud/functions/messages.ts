import type { SharedClock } from '../clock'

export type InstanceStart = { entry: string; clock: SharedClock }
export type CallContext = {
  request_id: string
  function_name: string
  time_limit_in_ms: number
  memory_limit_in_mb: number
  function_version: string
}
/** `env`: the variables of this call; null = must not be set. `event` is JSON. */
export type ToInstance = { event: string; env: Record<string, string | null>; context: CallContext }
export type FromInstance = { ready: true } | { result: string } | { fault: string }
