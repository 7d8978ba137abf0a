import { AsyncLocalStorage } from 'node:async_hooks'
import type { Cloud, WireCall, WireOutcome } from '../../src/localcloud/start'

const current = new AsyncLocalStorage<string>()

/** This one process plays several instances: the SDK finds the token of whoever's chain of calls it is in. */
function showTokens(): void {
  Object.defineProperty(process.env, 'WX_API_TOKEN', {
    configurable: true,
    enumerable: true,
    get: () => current.getStore() ?? '',
  })
  // the SDK sends what this list names
  const named = (process.env.WX_CONTEXT_KEYS ?? '').split(',').filter(Boolean)
  process.env.WX_CONTEXT_KEYS = [...new Set([...named, 'WX_API_TOKEN'])].join(',')
}

const turn = () => new Promise<void>((resolve) => setImmediate(resolve))
/** Calls that were made side by side arrive within some turns of the event loop: one that opens its connection needs most. */
const TURNS = 30
async function still(holds: () => boolean): Promise<void> {
  for (let quiet = 0; quiet < TURNS; quiet = holds() ? quiet + 1 : 0) await turn()
}

export type Choose = (waiting: readonly string[]) => string

/**
 * Holds every call at the wire and lets one actor go on at a time. What an actor asks side by side is one step. `fate`
 * tells what becomes of a call once it may go on.
 */
export async function inTurns<T>(
  { wire }: Cloud,
  actors: Readonly<Record<string, () => Promise<T>>>,
  choose: Choose,
  fate: (call: WireCall) => WireOutcome = () => 'pass',
): Promise<Record<string, T>> {
  showTokens()
  const names = Object.keys(actors)
  const held = new Map<string, (() => void)[]>()
  const done: Record<string, T> = {}
  wire.script(
    (call) =>
      new Promise<WireOutcome>((resolve) => {
        const letGo = () => resolve(fate(call))
        held.set(call.token, [...(held.get(call.token) ?? []), letGo])
      }),
  )
  const over = new Set<string>()
  const running = Object.entries(actors).map(([name, act]) =>
    current
      .run(name, act)
      .then((outcome) => void (done[name] = outcome))
      .finally(() => over.add(name)),
  )
  // a fault is told once nobody is held any more
  const all = Promise.allSettled(running)
  try {
    for (;;) {
      await still(() => names.every((name) => over.has(name) || held.has(name)))
      const waiting = names.filter((name) => held.has(name))
      if (waiting.length === 0) break
      const next = choose(waiting)
      const calls = held.get(next) ?? []
      held.delete(next)
      for (const letGo of calls) letGo()
    }
  } finally {
    wire.script(undefined)
    for (const letGo of [...held.values()].flat()) letGo()
    await all
  }
  await Promise.all(running)
  return done
}

/**
 * Runs once for every sequence of choices that there is; tells how many there were. `interruptions` bounds how often an
 * actor that could go on has to wait for another: most races need one, and the number of sequences stays small.
 */
export async function everyInterleaving(
  run: (choose: Choose) => Promise<void>,
  { interruptions = Infinity }: { interruptions?: number } = {},
): Promise<number> {
  for (let path: number[] = [], runs = 1; ; runs += 1) {
    const taken: { choice: number; of: number }[] = []
    let [last, left] = ['', interruptions]
    await run((waiting) => {
      const goesOn = waiting.includes(last)
      const free = goesOn && left === 0 ? [last] : waiting
      // on a machine that is very busy, calls made side by side may arrive as two steps, and the choices differ
      const choice = Math.min(path[taken.length] ?? 0, free.length - 1)
      taken.push({ choice, of: free.length })
      const chosen = free[choice]
      if (chosen === undefined) throw new Error('nobody waits')
      if (goesOn && chosen !== last) left -= 1
      last = chosen
      return chosen
    })
    while (taken.length > 0 && (taken.at(-1)?.choice ?? 0) + 1 >= (taken.at(-1)?.of ?? 0)) taken.pop()
    if (taken.length === 0) return runs
    path = taken.map(({ choice }, place) => (place === taken.length - 1 ? choice + 1 : choice))
  }
}
