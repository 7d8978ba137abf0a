import type { QueueRow } from '#contract/review'
import { waitingSince } from './waiting'

type Row = Pick<QueueRow, 'own' | 'realName' | 'submittedAt'>

/** Whom a cadre should look at first: somebody nobody else can help, else who has waited for more than a day. */
export const worstOf = <R extends Row>(rows: readonly R[], now: Date): R | undefined => {
  const others = rows.filter(({ own }) => !own)
  const late = (row: Row) =>
    row.realName !== 'verifying' && row.realName !== 'unverified' && waitingSince(row.submittedAt, now).late
  return others.find(({ realName }) => realName === 'failed') ?? others.find(late)
}
