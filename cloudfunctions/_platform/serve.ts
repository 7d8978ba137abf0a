import { createHmac, randomUUID } from 'node:crypto'
import type { Envelope } from '#contract/client'
import type { AnswerOf, CommonRefusal, Group, InputOf, Procedure, RefusalOf } from '#contract/procedure'
import * as z from '#contract/zod'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { PERMISSIONS, type PermissionKey } from '#domain/permissions'
import { resolveCaller, type Caller, type Wants } from './caller'
import { wechatContext } from './cloud'
import type { Cause } from './db/aggregate'
import { takeOfToday } from './limits'
import { costOf, faultOf } from './log'
import { metered, type Meter } from './meter'
import { isPlausible } from './plausible'
import type { World } from './world'

/** What a handler is given: what was asked, by whom, and everything it may ask of the world. */
export type Call<P extends Procedure> = Caller & {
  input: InputOf<P>
  world: World
  now: Date
  cause: Cause
  openid?: string
  /** What the caller named as their session: proved by `account`, and by nothing else. */
  session?: string
  /** The caller's network address, for limits only. */
  address?: string
}
export type Handler<P extends Procedure> = (
  call: Call<P>,
) => Promise<Outcome<AnswerOf<P>, RefusalOf<P> | CommonRefusal>>
export type Handlers<G extends Group> = { [K in keyof G]: Handler<G[K]> }

const EnvelopeSchema = z.object({
  verb: z.string().check(z.maxLength(40)),
  input: z.unknown(),
  commandId: z.optional(z.string().check(z.regex(/^[\w-]{8,64}$/))),
  session: z.optional(z.string().check(z.maxLength(120))),
  actingOrg: z.optional(z.string().check(z.maxLength(8))),
})

const SELF: readonly PermissionKey[] = ['account', 'ownCheckIn', 'ownProfile']
const POSTS: readonly PermissionKey[] = ['account']
const wantsOf = ({ allowed }: Procedure): Wants => ({ self: SELF.includes(allowed), posts: POSTS.includes(allowed) })

/** Keyed, because it is stored: inputs hold passwords and ID numbers, which a plain hash would let a reader guess. */
const hashOf = (key: Buffer, verb: string, input: unknown) =>
  createHmac('sha256', key)
    .update(JSON.stringify([verb, input]))
    .digest('base64url')

/** Turns a contract group and its handlers into a cloud function's `main`: the only try/catch of the back end. */
export function serve<G extends Group>(fn: string, group: G, handlers: Handlers<G>, openWorld: () => World) {
  let world: World | undefined

  async function answer(event: unknown, meter: Meter): Promise<Outcome<unknown>> {
    // before the first await: another call of this process may change the environment afterwards
    const context = wechatContext()
    const request = randomUUID()
    const started = Date.now()
    const log = (verb: string, result: string, fault?: unknown) =>
      world?.log({
        level: fault === undefined ? 'info' : 'error',
        fn,
        verb,
        request,
        result,
        ms: Date.now() - started,
        ...costOf(meter),
        ...(fault === undefined ? {} : { fault: faultOf(fault) }),
      })

    let verb = ''
    try {
      world ??= openWorld()
      const outcome = await handle(world, event, context, request, (known) => (verb = known))
      log(verb, outcome.ok ? 'OK' : outcome.code)
      return outcome
    } catch (fault) {
      if (world) log(verb, 'INTERNAL', fault)
      else console.error(JSON.stringify({ level: 'error', fn, request, reason: String(fault) })) // names missing settings, no data yet
      return refuse('INTERNAL', { request: request.slice(0, 8) })
    }
  }

  async function handle(
    world: World,
    event: unknown,
    { openid, address }: ReturnType<typeof wechatContext>,
    request: string,
    known: (verb: string) => void,
  ): Promise<Outcome<unknown>> {
    if (!isPlausible(event)) return refuse('INVALID_INPUT')
    const parsed = EnvelopeSchema.safeParse(event)
    if (!parsed.success || !Object.hasOwn(group, parsed.data.verb)) return refuse('INVALID_INPUT')
    const envelope: Envelope = parsed.data
    known(envelope.verb)

    const procedure = group[envelope.verb] as Procedure // hasOwn has just said so
    const input = procedure.input.safeParse(envelope.input)
    if (!input.success) return refuse('INVALID_INPUT', { fields: input.error.issues.map(({ path }) => path.join('.')) })
    if (procedure.kind === 'write' && !envelope.commandId) return refuse('INVALID_INPUT', { fields: ['commandId'] })

    const now = world.clock()
    const caller = await resolveCaller(world.db, envelope, openid, wantsOf(procedure), now)
    if (!PERMISSIONS[procedure.allowed].may(caller.actor)) {
      return refuse(caller.actor.kind === 'visitor' ? 'SIGNED_OUT' : 'NOT_ALLOWED')
    }
    if (procedure.perDay && caller.account) {
      const key = `${fn}.${envelope.verb}:${caller.account._id}`
      const taken = await takeOfToday(world.db, key, procedure.perDay, now)
      if (!taken.ok) return taken
    }

    const command =
      procedure.kind === 'write'
        ? { id: String(envelope.commandId), hash: hashOf(world.keys.signing, envelope.verb, envelope.input) }
        : undefined
    const call = {
      ...caller,
      input: input.data,
      world,
      now,
      cause: { request, now, ...(command ? { command } : {}) },
      ...(openid ? { openid } : {}),
      ...(envelope.session ? { session: envelope.session } : {}),
      ...(address ? { address } : {}),
    }
    // the mapped type of Handlers keeps verb, input and handler in step; an index by string cannot show it
    const handler = handlers[envelope.verb] as unknown as Handler<Procedure>
    const outcome = await handler(call)
    return outcome.ok ? accept(procedure.output.parse(outcome.value)) : outcome
  }

  return (event: unknown) => metered((meter) => answer(event, meter))
}
