import type { LogLine } from '../../cloudfunctions/_platform/log'
import type { Stage } from '../support/stage'

/** What the last request cost, by the meter in the platform. */
export function lastRequest({ logs }: Stage): Required<Pick<LogLine, 'db' | 'decryptions'>> {
  const line = logs.at(-1)
  if (line?.result !== 'OK' || !line.db) throw new Error(`the measured request failed: ${JSON.stringify(line)}`)
  return { db: line.db, decryptions: line.decryptions ?? 0 }
}
