import type { review } from '#contract/review'
import { accept, refuse } from '#domain/outcome'
import { REFUSALS } from '../../src/miniprogram/messages'
import type { Handler, Handlers } from '../../cloudfunctions/_platform/serve'

// Promises that the compiler keeps. Each line below must not compile; tsc fails if one of them does.

type Reveal = Handler<typeof review.reveal>

// @ts-expect-error a handler refuses with a code that its procedure does not declare
export const undeclared: Reveal = async () => refuse('NOT_YET_VERIFIED')

// @ts-expect-error an answer lacks a field of the view
export const incomplete: Reveal = async () => accept({})

// @ts-expect-error a handler is missing
export const missing: Handlers<Pick<typeof review, 'reveal' | 'queue'>> = { reveal: async () => refuse('NOT_FOUND') }

const { STALE: _stale, ...rest } = REFUSALS
// @ts-expect-error a code has no sentence
export const silent: typeof REFUSALS = rest

test('what a procedure declares does compile', async () => {
  const declared: Reveal = async () => refuse('NOT_FOUND')
  expect(typeof declared).toBe('function')
})
