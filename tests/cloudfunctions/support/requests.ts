import { CONSENT_VERSIONS } from '#contract/account'
import { contract, type Contract, type FunctionName } from '#contract/index'
import type { Group, Procedure } from '#contract/procedure'
import { HOUR } from '#domain/limits'
import { hashPassword } from '../../../cloudfunctions/account/password'
import { anAccount, anOpenid, anOrg, aPhone, aPost } from '../../support/builders'
import type { Who } from '../../support/stage'
import { aForm, anApplicant, branchOf, deskOf, valueOf, type Applicant, type Journey } from './journey'
import { aJpeg } from './pictures'

/** A request that will be accepted, and the documents that it is about. */
export type ValidRequest = { input: object; who: Who; person?: string; account?: string; org?: string }
type Prepare = (journey: Journey) => Promise<ValidRequest>

const PASSWORD = 'correct horse 7'
const privacy = { kind: 'privacy', version: CONSENT_VERSIONS.privacy } as const

const inWeChat = (journey: Journey) => anAccount(journey.stage, { openid: anOpenid() })

const reviewed = (journey: Journey, { person, id }: Applicant, more: object = { version: 1 }): ValidRequest => ({
  input: { person, ...more },
  who: journey.desk,
  person,
  account: id,
})
const own = (applicant: Applicant, input: object): ValidRequest => ({
  input,
  who: applicant,
  person: applicant.person,
  account: applicant.id,
})

/** Somebody whose real name has been confirmed. */
export async function checked(journey: Journey): Promise<Applicant> {
  const applicant = await anApplicant(journey)
  await journey.tick()
  return applicant
}
export async function member(journey: Journey): Promise<Applicant> {
  const applicant = await checked(journey)
  valueOf(await journey.ask('review', 'approve', { person: applicant.person, version: 1 }, journey.desk))
  return applicant
}
/** A member who waits for a change of their profile. */
export async function asking(journey: Journey): Promise<Applicant> {
  const applicant = await member(journey)
  valueOf(await journey.ask('checkin', 'change', { values: { joinedMonth: '2021-06' } }, applicant))
  return applicant
}
/** Somebody whose real-name check has failed for good. */
export async function unverified(journey: Journey): Promise<Applicant> {
  const applicant = await anApplicant(journey, { answer: '90' })
  await journey.tick()
  journey.stage.time.pass(24 * HOUR)
  await journey.tick()
  return applicant
}

async function uploaded(journey: Journey, fn: 'review' | 'checkin', verb: string, input: object, who: Who) {
  // the SDK is loaded after the stage has set the environment
  const { files } = await import('../../../cloudfunctions/_platform/cloud')
  const place = valueOf(await journey.ask<{ ticket: string; cloudPath: string }>(fn, verb, input, who))
  return { ticket: place.ticket, fileId: await files.put(place.cloudPath, aJpeg()) }
}
const proof = (journey: Journey, person: string) => uploaded(journey, 'review', 'startPhoto', { person }, journey.desk)

async function codeFor({ stage, ask }: Journey, phone: string, purpose: 'register' | 'logIn'): Promise<string> {
  valueOf(await ask('account', 'sendCode', { phone, purpose }))
  const sent = (await stage.cloud.outbox.list()).find(({ to }) => to === `+86${phone}`)
  return String((sent?.data as string[] | undefined)?.[0]) // the template's parameters
}

/** An operator of a branch of their own, so that nobody else's codes are renewed. */
async function anotherDesk(journey: Journey): Promise<{ who: Who; org: string }> {
  const org = await anOrg(journey.stage, { parent: journey.committee })
  const account = await inWeChat(journey)
  await aPost(journey.stage, { accountId: account.id, org })
  return { who: deskOf(account, org), org: org._id }
}

/** A valid request of every procedure. One that lacks its row does not compile. */
export const REQUESTS: { readonly [F in FunctionName]: { readonly [V in keyof Contract[F]]: Prepare } } = {
  account: {
    sendCode: async () => ({ input: { phone: aPhone(), purpose: 'register' }, who: {} }),
    register: async (journey) => {
      const phone = aPhone()
      const code = await codeFor(journey, phone, 'register')
      return { input: { phone, code, password: PASSWORD, consent: privacy }, who: {} }
    },
    logInByPassword: async ({ stage }) => {
      const { phone, id } = await anAccount(stage, { passwordHash: await hashPassword(PASSWORD) })
      return { input: { phone, password: PASSWORD }, who: {}, account: id }
    },
    logInByCode: async (journey) => {
      const { phone, id } = await anAccount(journey.stage)
      return { input: { phone, code: await codeFor(journey, phone, 'logIn') }, who: {}, account: id }
    },
    enterByWeChatPhone: async () => ({
      input: { phoneCode: `sandbox:${aPhone()}`, consent: privacy },
      who: { openid: anOpenid() },
    }),
    session: async (journey) => {
      const account = await inWeChat(journey)
      return { input: {}, who: account, account: account.id }
    },
    logOut: async ({ stage }) => {
      const account = await anAccount(stage)
      return { input: {}, who: account, account: account.id }
    },
    giveConsent: async (journey) => {
      const account = await inWeChat(journey)
      return { input: { kind: 'idData', version: CONSENT_VERSIONS.idData }, who: account, account: account.id }
    },
  },
  checkin: {
    openCode: async ({ code }) => ({ input: { code }, who: {} }),
    mine: async (journey) => own(await anApplicant(journey), {}),
    saveDraft: async (journey) => {
      const account = await inWeChat(journey)
      return { input: { step: 2, values: { name: '周予安' } }, who: account, account: account.id }
    },
    submit: async (journey) => {
      const account = await inWeChat(journey)
      const input = { branch: branchOf(journey), version: 0, values: aForm() }
      return { input, who: account, account: account.id }
    },
    withdraw: async (journey) => own(await anApplicant(journey), { version: 1, confirmation: '撤回' }),
    change: async (journey) =>
      own(await member(journey), { values: { joinedUnit: '另一所示例中学', joinedMonth: '2021-06' } }),
    withdrawChange: async (journey) => own(await asking(journey), { version: 1 }),
    looks: async (journey) => own(await member(journey), {}),
    startLetterPhoto: async (journey) => own(await anApplicant(journey), {}),
    addLetterPhoto: async (journey) => {
      const applicant = await anApplicant(journey)
      return own(applicant, await uploaded(journey, 'checkin', 'startLetterPhoto', {}, applicant))
    },
  },
  review: {
    overview: async ({ desk }) => ({ input: {}, who: desk }),
    queue: async ({ desk }) => ({ input: { queue: 'pending' }, who: desk }),
    changes: async ({ desk }) => ({ input: {}, who: desk }),
    detail: async (journey) => reviewed(journey, await anApplicant(journey), {}),
    approve: async (journey) => reviewed(journey, await checked(journey)),
    sendBack: async (journey) =>
      reviewed(journey, await checked(journey), { version: 1, reason: '班级写错了', markedFields: ['unit'] }),
    approveOffline: async (journey) => {
      const applicant = await unverified(journey)
      const photo = await proof(journey, applicant.person)
      valueOf(await journey.ask('review', 'addPhoto', photo, journey.desk))
      return reviewed(journey, applicant, {
        version: 1,
        explanation: '当面核对了证件原件',
        photos: [photo.ticket],
        confirmed: true,
      })
    },
    batch: async (journey) => {
      const applicant = await checked(journey)
      const input = { decision: 'approve', items: [{ person: applicant.person, version: 1 }] }
      return { ...reviewed(journey, applicant), input }
    },
    reveal: async (journey) => reviewed(journey, await checked(journey), { purpose: 'checkDocument' }),
    startPhoto: async (journey) => reviewed(journey, await checked(journey), {}),
    addPhoto: async (journey) => {
      const applicant = await checked(journey)
      return { ...reviewed(journey, applicant), input: await proof(journey, applicant.person) }
    },
    photos: async (journey) => reviewed(journey, await checked(journey), { of: 'proof' }),
    approveChange: async (journey) => reviewed(journey, await asking(journey)),
    returnChange: async (journey) => reviewed(journey, await asking(journey), { version: 1, reason: '请附上团员证' }),
  },
  org: {
    code: async (journey) => ({ input: {}, ...(await anotherDesk(journey)) }),
    renewCode: async (journey) => ({ input: {}, ...(await anotherDesk(journey)) }),
  },
  notice: {
    inbox: async (journey) => own(await anApplicant(journey), {}),
    readAll: async (journey) => {
      // the operator's inbox holds the news of this application
      await checked(journey)
      return { input: {}, who: journey.secretary, account: journey.secretary.id }
    },
  },
}

export type ProcedureName = `${FunctionName}.${string}`
export type Named = { name: ProcedureName; fn: FunctionName; verb: string; procedure: Procedure; prepare: Prepare }

/** Every procedure of the contract with its valid request, in the contract's order. */
export const PROCEDURES: readonly Named[] = Object.entries<Group>(contract).flatMap(([fn, group]) =>
  Object.entries(group).map(([verb, procedure]) => ({
    name: `${fn}.${verb}` as ProcedureName,
    fn: fn as FunctionName, // the keys of the contract are its function names
    verb,
    procedure,
    // the table has the contract's keys, by its type
    prepare: (REQUESTS as Record<string, Record<string, Prepare>>)[fn]?.[verb] as Prepare,
  })),
)
export const WRITES = PROCEDURES.filter(({ procedure }) => procedure.kind === 'write')
