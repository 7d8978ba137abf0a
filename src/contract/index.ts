import { account } from './account'
import { checkin } from './checkin'
import { notice } from './notice'
import { org } from './org'
import type { CommonRefusal, Group, RefusalOf } from './procedure'
import { review } from './review'

/** One key per cloud function, one nested key per procedure: the table of contents of the product. */
export const contract = { account, checkin, review, org, notice } satisfies Record<string, Group>
export type Contract = typeof contract
export type FunctionName = keyof Contract

type ProcedureOf<F extends FunctionName> = Contract[F][keyof Contract[F]]
type Declared = { [F in FunctionName]: RefusalOf<Extract<ProcedureOf<F>, Group[string]>> }[FunctionName]
/** Every code that a program may have to put into words. `OFFLINE` comes from the transport. */
export type Refusal = CommonRefusal | Declared | 'OFFLINE'
