/** Facts that go with a refusal, so that the sentence can be exact: who decided, until when, which fields. */
export type Detail = Record<string, string | number | readonly string[]>

/** A rule's answer: a value, or a refusal that the user can be told about. Faults are exceptions, never outcomes. */
export type Outcome<T, C extends string = string> = Accepted<T> | Refused<C>
export type Accepted<T> = { ok: true; value: T }
export type Refused<C extends string = string> = { ok: false; code: C; detail?: Detail }

export const accept = <T>(value: T): Accepted<T> => ({ ok: true, value })
export const refuse = <C extends string>(code: C, detail?: Detail): Refused<C> =>
  detail ? { ok: false, code, detail } : { ok: false, code }
