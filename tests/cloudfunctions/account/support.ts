import { account, CONSENT_VERSIONS, type Entered } from '#contract/account'
import type { Outcome } from '#domain/outcome'
import { openStage, type Main, type Stage, type Who } from '../../support/stage'

export const PASSWORD = 'correct horse 7'
export const CONSENT = { kind: 'privacy', version: CONSENT_VERSIONS.privacy }

export type AccountStage = Stage & {
  main: Main
  /** Asks the account function. */
  call<T = Entered>(verb: keyof typeof account, input: unknown, who?: Who, commandId?: string): Promise<Outcome<T>>
  /** Has a code sent and reads it from the phone. */
  codeFor(phone: string, purpose?: 'register' | 'logIn', who?: Who): Promise<string>
  /** The last code that reached a phone. */
  codeOn(phone: string): Promise<string | undefined>
  /** Registers with a fresh code. */
  registered(phone: string, who?: Who): Promise<Entered>
}

/** A stage with the account function on it. */
export async function openAccountStage(): Promise<AccountStage> {
  const stage = await openStage()
  // loaded after the stage has set the environment that the SDK reads
  const { handlers } = await import('../../../cloudfunctions/account/handlers')
  const { serve } = await import('../../../cloudfunctions/_platform/serve')
  const main = serve('account', account, handlers, () => stage.world)

  const call: AccountStage['call'] = (verb, input, who, commandId) => stage.ask(main, verb, input, who, commandId)

  async function codeOn(phone: string) {
    const sent = await stage.cloud.outbox.list()
    const [code] = (sent.find(({ to }) => to === `+86${phone}`)?.data ?? []) as string[] // the template's parameters
    return code
  }

  async function codeFor(phone: string, purpose: 'register' | 'logIn' = 'register', who: Who = {}) {
    const answer = await call('sendCode', { phone, purpose }, who)
    const code = await codeOn(phone)
    if (!answer.ok || !code) throw new Error(`no code was sent: ${JSON.stringify(answer)}`)
    return code
  }

  async function registered(phone: string, who: Who = {}) {
    const code = await codeFor(phone)
    return valueOf(await call('register', { phone, code, password: PASSWORD, consent: CONSENT }, who))
  }

  return { ...stage, main, call, codeOn, codeFor, registered }
}

export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome.value
}

export const wrongOf = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, '0')
