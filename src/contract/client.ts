import type { Outcome } from '#domain/outcome'
import { contract, type Contract } from './index'
import type { CommonRefusal, Group, OutputOf, Procedure, RefusalOf } from './procedure'
import type * as z from './zod'

/** What travels to a cloud function. */
export type Envelope = {
  verb: string
  input: unknown
  commandId?: string
  session?: string
  actingOrg?: string
}
export type Transport = (
  fn: string,
  envelope: Pick<Envelope, 'verb' | 'input' | 'commandId'>,
) => Promise<Outcome<unknown>>

export type Answer<P extends Procedure> = Outcome<OutputOf<P>, RefusalOf<P> | CommonRefusal | 'OFFLINE'>
/** Asks one procedure. A retry of a write passes the commandId of the first try. */
export type Ask<P extends Procedure = Procedure> = (
  input: z.input<P['input']>,
  commandId?: string,
) => Promise<Answer<P>>
type Asks<G extends Group> = { [K in keyof G]: Ask<G[K]> }
export type Client = { [F in keyof Contract]: Asks<Contract[F]> }

/** Built by walking the contract: `Proxy` is missing on older WeChat clients. */
export function createClient(send: Transport, newCommandId: () => string): Client {
  const ask = (fn: string, verb: string, kind: Procedure['kind']) => (input: unknown, commandId?: string) =>
    send(fn, kind === 'write' ? { verb, input, commandId: commandId ?? newCommandId() } : { verb, input })

  const groups = Object.entries<Group>(contract).map(([fn, group]) => [
    fn,
    Object.fromEntries(Object.entries(group).map(([verb, { kind }]) => [verb, ask(fn, verb, kind)])),
  ])
  // the walk yields exactly the contract's keys, which Object.fromEntries cannot tell
  return Object.fromEntries(groups) as Client
}
