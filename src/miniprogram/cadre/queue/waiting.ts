import { REVIEW } from '#domain/limits'
import { waited } from '../../lib/time-text'

export type Waiting = { text: string; late: boolean }

/** 5 小时 for a row; from 24 hours on 已等 31 小时, and it is a warning. */
export const waitingSince = (since: string, now: Date): Waiting => {
  const ms = Math.max(0, now.getTime() - new Date(since).getTime())
  const late = ms >= REVIEW.lateAfter
  return { text: late ? `已等 ${waited(ms)}` : waited(ms), late }
}
