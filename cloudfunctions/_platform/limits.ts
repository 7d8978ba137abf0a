import { dayOf, endOfDay } from '#domain/calendar'
import { SECOND } from '#domain/limits'
import { accept, refuse, type Outcome } from '#domain/outcome'
import type { Database } from './db/database'

export type Window = { seconds: number; max: number }

/**
 * Takes one from a budget of sliding windows, e.g. one in 60 s and five in an hour. Refuses with the seconds to wait.
 * Parallel callers count exactly: each take is a conditional write.
 */
export async function take(
  db: Database,
  key: string,
  windows: readonly Window[],
  now: Date,
): Promise<{ ok: true } | { ok: false; waitSeconds: number; window: number }> {
  const longest = Math.max(...windows.map(({ seconds }) => seconds)) * 1000
  for (;;) {
    const row = await db.limits.find(key)
    const hits = (row?.hits ?? []).filter((hit) => now.getTime() - hit.getTime() < longest)
    for (const [window, { seconds, max }] of windows.entries()) {
      const inside = hits.filter((hit) => now.getTime() - hit.getTime() < seconds * 1000)
      const oldest = inside[inside.length - max]
      if (oldest)
        return { ok: false, window, waitSeconds: Math.ceil((oldest.getTime() + seconds * 1000 - now.getTime()) / 1000) }
    }
    const next = { _id: key, hits: [...hits, now], count: 0, expiresAt: new Date(now.getTime() + longest) }
    if (row ? await db.limits.replace(row, next) : await db.limits.insert(next)) return { ok: true }
  }
}

/** Takes one from a budget that many share or that a day fills: one counter, no list, one call for the first taker. */
export async function takeShared(db: Database, key: string, max: number, expiresAt: Date): Promise<boolean> {
  if (await db.limits.insert({ _id: key, hits: [], count: 1, expiresAt })) return true
  if (await db.limits.increment(key, 'count', max)) return true
  // swept away between the two: begin again
  return (await db.limits.find(key)) ? false : takeShared(db, key, max, expiresAt)
}

/** Takes one of what an account may do in a day, by the Chinese calendar; refuses with the seconds until tomorrow. */
export async function takeOfToday(
  db: Database,
  key: string,
  max: number,
  now: Date,
): Promise<Outcome<undefined, 'TOO_OFTEN'>> {
  const tomorrow = endOfDay(now)
  if (await takeShared(db, `${key}:${dayOf(now)}`, max, tomorrow)) return accept(undefined)
  return refuse('TOO_OFTEN', { waitSeconds: Math.ceil((tomorrow.getTime() - now.getTime()) / SECOND) })
}
