import { DAY, SECOND, SUBMISSIONS_PER_DAY } from './limits'
import type { HistoryEntry } from './person'

/** Seconds until somebody who has submitted so often may submit again; 0: at once. */
export function waitToSubmit(history: readonly HistoryEntry[], now: Date): number {
  const recent = history.filter(({ move, at }) => move === 'submit' && now.getTime() - at.getTime() < DAY)
  const oldest = recent[recent.length - SUBMISSIONS_PER_DAY]
  return oldest ? Math.ceil((oldest.at.getTime() + DAY - now.getTime()) / SECOND) : 0
}
