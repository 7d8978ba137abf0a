import { BranchChoice } from '#contract/checkin'
import { DraftValues } from '#contract/form-values'
import * as z from '#contract/zod'
import type { FormValues } from '#domain/check-in-form'
import { toHalfWidth } from '#domain/text'

const Draft = z.strictObject({
  /** Whose it is: two people may share a phone. */
  owner: z.string(),
  step: z.int().check(z.gte(1), z.lte(4)),
  savedAt: z.string(),
  branch: z.optional(BranchChoice),
  values: DraftValues,
})
export type Draft = z.output<typeof Draft>

/** A draft as it was stored; what does not look like one reads as absent. */
export const readDraft = (stored: unknown): Draft | undefined => {
  const read = Draft.safeParse(stored)
  return read.success ? read.data : undefined
}

// Somebody pastes their number into the wrong field: it is a number there, too.
const holdsIdNumber = (value: unknown, idNumber: string): boolean => {
  if (typeof value !== 'object' || value === null) {
    const text = toHalfWidth(String(value)).replace(/[\s-]/g, '')
    return /\d{17}[\dXx]/.test(text) || (idNumber.length >= 6 && text.toUpperCase().includes(idNumber))
  }
  return Object.values(value).some((part) => holdsIdNumber(part, idNumber))
}

/** What of the form may be kept: everything but the ID number, wherever it was typed, and what it tells. */
export function draftOf({ idNumber = '', birthDate, sex, branchPost, letter, ...values }: FormValues): DraftValues {
  const kept = {
    ...values,
    // typed only where the number does not tell them
    ...(values.idType === 'outsideMainland' ? { birthDate, sex } : {}),
    ...(branchPost?.post ? { branchPost } : {}),
    ...(letter ? { letter: { ...letter, photos: [...letter.photos] } } : {}),
  }
  const secret = toHalfWidth(idNumber)
    .replace(/[\s\-()]/g, '')
    .toUpperCase()
  const harmless = Object.entries(kept).filter(([, value]) => value !== undefined && !holdsIdNumber(value, secret))
  return DraftValues.parse(Object.fromEntries(harmless))
}
