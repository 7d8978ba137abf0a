import { fork } from 'node:child_process'
import { resolve } from 'node:path'
import type { Chores, HouseFacts } from './house-process'

type Said = { facts: HouseFacts } | { id: number; answer?: unknown; fault?: string }
type GivenOf<K extends keyof Chores> = Parameters<Chores[K]> extends [unknown, ...infer Rest] ? Rest : never
type Waiting = { resolve(answer: unknown): void; reject(fault: Error): void }

/** A house in a process of its own, for tests whose own environment is a browser's. */
export async function openHouseApart() {
  const root = resolve(__dirname, '../..')
  const child = fork(resolve(__dirname, 'house-process.ts'), [], { cwd: root, execArgv: ['--import', 'tsx'] })
  const waiting = new Map<number, Waiting>()
  let asked = 0

  const facts = await new Promise<HouseFacts>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the house ended with ${String(code)}`)))
    child.on('message', (said: Said) => {
      if ('facts' in said) return resolve(said.facts)
      const answer = waiting.get(said.id)
      waiting.delete(said.id)
      if (said.fault) answer?.reject(new Error(said.fault))
      else answer?.resolve(said.answer)
    })
  })

  const ask = <K extends keyof Chores>(chore: K, ...given: GivenOf<K>) =>
    new Promise<Awaited<ReturnType<Chores[K]>>>((resolve, reject) => {
      const id = (asked += 1)
      // the answer belongs to the chore that was asked for
      waiting.set(id, { resolve: resolve as Waiting['resolve'], reject })
      child.send({ id, chore, given })
    })

  return { facts, ask, close: () => ask('close') }
}

export type HouseApart = Awaited<ReturnType<typeof openHouseApart>>
