import type { PermissionKey } from '#domain/permissions'
import type * as z from './zod'

/** Refusals that any procedure may answer with, besides those it declares. */
export const COMMON_REFUSALS = [
  'SIGNED_OUT',
  'NOT_ALLOWED',
  'INVALID_INPUT',
  'TOO_OFTEN',
  'COMMAND_REUSED',
  'BUSY',
  'INTERNAL',
] as const
export type CommonRefusal = (typeof COMMON_REFUSALS)[number]

type Schema = z.ZodMiniType

export type Procedure<I extends Schema = Schema, O extends Schema = Schema, R extends string = string> = {
  /** A write carries a commandId and can be retried; a read cannot change anything that the caller sees. */
  kind: 'read' | 'write'
  /** The key of the sentence in domain/permissions that guards it. */
  allowed: PermissionKey
  input: I
  /** The presenter: a field that it does not name never leaves the server. */
  output: O
  refusals: readonly R[]
  /** How often one account may ask in a day, where asking costs something; beyond it `TOO_OFTEN`. */
  perDay?: number
}

export const procedure = <I extends Schema, O extends Schema, const R extends string>(
  definition: Procedure<I, O, R>,
): Procedure<I, O, R> => definition

/** The procedures of one cloud function. */
export type Group = Record<string, Procedure>

export type InputOf<P extends Procedure> = z.output<P['input']>
export type AnswerOf<P extends Procedure> = z.input<P['output']>
export type OutputOf<P extends Procedure> = z.output<P['output']>
export type RefusalOf<P extends Procedure> = P['refusals'][number]
