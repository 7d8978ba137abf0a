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

/** Takes one from a budget that many share, such as the day's messages: one counter, no list. */
export async function takeShared(db: Database, key: string, max: number, expiresAt: Date): Promise<boolean> {
  if (await db.limits.increment(key, 'count', max)) return true
  if (await db.limits.find(key)) return false
  return (await db.limits.insert({ _id: key, hits: [], count: 1, expiresAt })) || takeShared(db, key, max, expiresAt)
}
