import type { MyCheckIn } from '#contract/checkin'
import { defaultsFor, type FormFacts, type FormValues } from '#domain/check-in-form'
import type { ArrivalKind } from '#domain/options'
import type { Draft } from './draft'

type Kept = Pick<Draft, 'step' | 'savedAt' | 'branch' | 'values'>
export type Start = { values: FormValues; step: number; restored: Kept | undefined }

const filedOf = ({ values }: MyCheckIn): FormValues | undefined => {
  if (!values) return undefined
  const { idMask: _idMask, mobileMask: _mobileMask, ...filed } = values
  return filed
}

const newer = (one: Kept | undefined, other: Kept | undefined) => {
  if (!one || !other) return one ?? other
  return one.savedAt >= other.savedAt ? one : other
}

/** What the form opens with: what is on file or what most would choose, and on top of it the newest draft. */
export function startOf(mine: MyCheckIn, local: Draft | undefined, arrival: ArrivalKind | undefined): Start {
  const draft = newer(local, mine.draft)
  const moved = mine.decidedAt ?? mine.submittedAt ?? ''
  const restored = draft && draft.savedAt > moved ? draft : undefined
  const filed = filedOf(mine)
  const base = filed ?? defaultsFor({ arrival: 'inProvince' })
  const values = { ...base, ...restored?.values, ...(arrival ? { arrivalKind: arrival } : {}) }
  return { values, step: restored?.step ?? 1, restored }
}

/** What the rules need to know besides the values. */
export function factsOf(mine: MyCheckIn, today: string, holdsPost: boolean): FormFacts {
  const { idType, birthDate, sex } = mine.values ?? {}
  return { today, holdsPost, ...(idType && birthDate && sex ? { onFile: { idType, birthDate, sex } } : {}) }
}
