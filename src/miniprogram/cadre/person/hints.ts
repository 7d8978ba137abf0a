import type { ReviewDetail } from '#contract/review'
import { HINT_CODES, type HintCode } from '#domain/review-hints'
import type { Hint } from '../../ui/hints'
import { HINTS } from '../messages'

const isKnown = (code: string): code is HintCode => HINT_CODES.some((known) => known === code)

/** The server's hints in words, in its order; a code that this version does not know says nothing. */
export const hintWords = (hints: ReviewDetail['hints'], now: Date): Hint[] =>
  hints.flatMap(({ code, level, detail = {} }) =>
    isKnown(code) ? [{ key: code, kind: level, ...HINTS[code](detail, now) }] : [],
  )
