import type { Outcome } from '#domain/outcome'
import type { Order } from '../../cloudfunctions/_platform/db/cursor'
import { DAY } from '#domain/limits'
import { deskOf, READER } from './province/others'
import { accountOf, NOW } from './province/people'
import type { BranchKind } from './province/tree'
import type { OpenProvince } from './open-province'

type Page = Outcome<{ rows: unknown[]; next?: string }>
/** One list of the product. `turn` chooses whose: one after another, so that not always the same page is read. */
export type List = {
  name: string
  collection: string
  page: number
  ask(province: OpenProvince, turn: number): Promise<unknown>
}

const PAGE = 20
/** What the timer takes at a time. */
const DUE = 100

export const at = <T>(list: readonly T[], turn: number): T => {
  const chosen = list[turn % list.length]
  if (chosen === undefined) throw new Error('the province is too small for this list')
  return chosen
}

/** A list must fill its page: half a page would prove half as much. */
function full(outcome: Page): Page {
  if (!outcome.ok || outcome.value.rows.length < PAGE)
    throw new Error(`not a full page: ${JSON.stringify(outcome).slice(0, 200)}`)
  return outcome
}

const atDesk = (name: string, kind: BranchKind, verb: 'queue' | 'changes', input: object): List => ({
  name,
  collection: 'people',
  page: PAGE,
  async ask({ stage, review, desks }, turn) {
    const org = at(desks[kind], turn)
    const id = deskOf({ _id: org })
    return full(await stage.ask(review, verb, input, { openid: id, session: id, actingOrg: org }))
  },
})

const mine = (name: string, collection: string, fn: 'checkin' | 'notice', verb: string): List => ({
  name,
  collection,
  page: PAGE,
  ask: async (province) => {
    const id = accountOf(READER)
    return full(await province.stage.ask(province[fn], verb, {}, { openid: id, session: id }))
  },
})

/** The lists that somebody can ask for. */
export const ASKED: readonly List[] = [
  atDesk('queue, waiting', 'freshmen', 'queue', { queue: 'pending' }),
  atDesk('queue, waiting, by real name', 'freshmen', 'queue', { queue: 'pending', realName: 'passed' }),
  atDesk('queue, approved', 'settled', 'queue', { queue: 'approved' }),
  atDesk('changes', 'changing', 'changes', {}),
  mine('looks', 'audit', 'checkin', 'looks'),
  mine('inbox', 'notices', 'notice', 'inbox'),
]

const NEWEST: Order = { by: 'checkIn.submittedAt', direction: -1 }
/** Everybody below an organisation, newest first; from the start, or from a moment of the past sixty days. */
const below = (name: string, orgOf: (province: OpenProvince, turn: number) => string, isDeep: boolean): List => ({
  name,
  collection: 'people',
  page: PAGE,
  async ask(province, turn) {
    const filter = { anc: orgOf(province, turn), 'checkIn.status': 'approved' }
    const after = isDeep ? { at: new Date(NOW.getTime() - (((turn * 7) % 50) + 1) * DAY - turn), id: '1_' } : undefined
    const rows = await province.stage.world.db.people.list(filter, { order: NEWEST, limit: PAGE + 1, after })
    return full({ ok: true, value: { rows } })
  },
})

/** By the index over all organisations above a person. */
export const SUBTREE = {
  school: below('below a school', ({ desks }, turn) => at(desks.schools, turn), false),
  deep: below('below the province, at any depth', ({ desks }) => desks.province, true),
}

/** What the timer looks for, out of everybody who is owed something. */
const due: List = { name: 'due work', collection: 'people', page: DUE, ask: (province) => province.tick() }

export const LISTS: readonly List[] = [...ASKED, SUBTREE.school, SUBTREE.deep, due]
