import type { Envelope } from '#contract/client'
import { type Outcome, refuse } from '#domain/outcome'

/** How a program reaches the cloud. transport.ts speaks WeChat's way, transport.h5.ts the browser's. */
export type Wire = {
  callFunction(name: string, envelope: Envelope): Promise<Outcome<unknown>>
  /** Puts a file where `cloudPath` says; `fileId` is its name in the cloud. */
  putFile(cloudPath: string, filePath: string): Promise<Outcome<{ fileId: string }, 'OFFLINE' | 'INTERNAL'>>
}

const isOutcome = (answer: unknown): answer is Outcome<unknown> => {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return false
  return answer.ok === true ? 'value' in answer : 'code' in answer && typeof answer.code === 'string'
}

/** A function answers with an Outcome; anything else comes from a fault on the way. */
export const readOutcome = (answer: unknown): Outcome<unknown> => (isOutcome(answer) ? answer : refuse('INTERNAL'))
