import { createClient, type Transport } from '#contract/client'
import { newCommandId } from './command'
import { logInAgain } from './log-in-again'
import { actingOrg, sessionToken } from './session'
import { wire } from './transport'

const send: Transport = async (fn, envelope) => {
  const session = sessionToken()
  const org = actingOrg()
  const answer = await wire.callFunction(fn, {
    ...envelope,
    ...(session && { session }),
    ...(org && { actingOrg: org }),
  })
  if (!answer.ok && answer.code === 'SIGNED_OUT') logInAgain()
  return answer
}

/** Asks the cloud functions. Whoever is signed out is sent to the login page and comes back. */
export const client = createClient(send, newCommandId)

const names = new Map<unknown, string>(
  Object.entries(client).flatMap(([fn, verbs]) =>
    Object.entries(verbs).map(([verb, ask]) => [ask, `${fn}.${verb}`] as const),
  ),
)

/** `review.queue`: what an ask is called in the cache of answers. */
export const nameOf = (ask: (...given: never[]) => unknown) => names.get(ask) ?? ask.name
