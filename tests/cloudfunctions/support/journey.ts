import type { SubmittedValues } from '#contract/form-values'
import { contract, type FunctionName } from '#contract/index'
import type { Org } from '#domain/org'
import type { Outcome } from '#domain/outcome'
import type { Ticked } from '../../../cloudfunctions/timer/tick'
import { newToken } from '../../../cloudfunctions/_platform/crypto/token'
import { sampleIdNumber } from '../../../src/demo/sample-id'
import {
  anAccount,
  anOpenid,
  aPost,
  aProvince,
  type AnAccount,
  type Ground,
  type Province,
} from '../../support/builders'
import { openStage, type Main, type Stage, type Who } from '../../support/stage'

/** A branch with a code and an operator, and every function of the contract. */
export type Journey = Province & {
  stage: Stage
  mains: Record<FunctionName, Main>
  checkin: Main
  review: Main
  ask<T = unknown>(fn: FunctionName, verb: string, input: unknown, who?: Who, commandId?: string): Promise<Outcome<T>>
  tick(): Promise<Ticked>
  code: string
  secretary: AnAccount
  /** The secretary, in WeChat, acting in the branch. */
  desk: Who
}

/** Opens a stage with one branch that is ready for freshmen. */
export async function openJourney(): Promise<Journey> {
  const stage = await openStage()
  // handlers load the SDK, which must come after the stage has set the environment
  const [{ serve }, account, checkin, review, org, notice, { tick }] = await Promise.all([
    import('../../../cloudfunctions/_platform/serve'),
    import('../../../cloudfunctions/account/handlers'),
    import('../../../cloudfunctions/checkin/handlers'),
    import('../../../cloudfunctions/review/handlers'),
    import('../../../cloudfunctions/org/handlers'),
    import('../../../cloudfunctions/notice/handlers'),
    import('../../../cloudfunctions/timer/tick'),
  ])
  const world = () => stage.world
  const mains: Journey['mains'] = {
    account: serve('account', contract.account, account.handlers, world),
    checkin: serve('checkin', contract.checkin, checkin.handlers, world),
    review: serve('review', contract.review, review.handlers, world),
    org: serve('org', contract.org, org.handlers, world),
    notice: serve('notice', contract.notice, notice.handlers, world),
  }
  const tree = await aProvince(stage)
  const secretary = await anAccount(stage, { openid: anOpenid() })
  await aPost(stage, { accountId: secretary.id, org: tree.branch })
  return {
    stage,
    ...tree,
    mains,
    checkin: mains.checkin,
    review: mains.review,
    ask: (fn, verb, input, who, commandId) => stage.ask(mains[fn], verb, input, who, commandId),
    tick: () => tick(stage.world, 'test-tick'),
    code: await aCode(stage, tree.branch),
    secretary,
    desk: deskOf(secretary, tree.branch),
  }
}

/** Somebody at work in an organisation. In WeChat an identity does not grow old while the tests turn the clock. */
export const deskOf = ({ openid, session }: AnAccount, org: Org): Who => ({
  session,
  actingOrg: org._id,
  ...(openid ? { openid } : {}),
})

export async function aCode(stage: Ground, org: Org): Promise<string> {
  const code = newToken()
  const { now } = stage.time
  const expiresAt = new Date(now.getTime() + 60 * 86_400_000)
  await stage.world.db.tickets.insert({
    _id: code,
    kind: 'branchCode',
    subject: org._id,
    orgId: org._id,
    createdAt: now,
    createdBy: 'test',
    expiresAt,
  } as never)
  return code
}

let people = 0
/** A form that passes, with a number of its own. `answer` chooses the sandbox's reply to the real-name check. */
export function aForm({
  answer = '00',
  ...more
}: Partial<SubmittedValues> & { answer?: string } = {}): SubmittedValues {
  people += 1
  const day = String(1 + (people % 28)).padStart(2, '0')
  const month = String(1 + (Math.floor(people / 28) % 12)).padStart(2, '0')
  return {
    arrivalKind: 'inProvince',
    name: '周予安',
    idType: 'residentCard',
    idNumber: sampleIdNumber(`2007-${month}-${day}`, `${answer}${(people % 5) * 2 + 1}`),
    joinedMonth: '2021-05',
    joinedUnit: '示例中学',
    memberNumber: `2021${String(people).padStart(8, '0')}`,
    politicalStatus: 'leagueMember',
    isBranchCadre: false,
    ethnicity: '01',
    education: 'bachelorInProgress',
    highestEducation: 'bachelorInProgress',
    householdPlace: { code: '440103', name: '广东省 广州市 荔湾区' },
    occupation: 'student',
    unit: '示例大学',
    incomeBand: 'student',
    ...more,
  }
}

export type Applicant = AnAccount & { person: string; form: SubmittedValues }
export const branchOf = ({ branch, code }: Pick<Journey, 'branch' | 'code'>) => ({ id: branch._id, code })

export function submit(journey: Journey, who: AnAccount, form: SubmittedValues, version = 0, commandId?: string) {
  const { stage, checkin: main } = journey
  return stage.ask<{ status: string; version: number }>(
    main,
    'submit',
    { branch: branchOf(journey), version, values: form },
    who,
    commandId,
  )
}

/** Somebody who has handed in their form. */
export async function anApplicant(journey: Journey, more: Parameters<typeof aForm>[0] = {}): Promise<Applicant> {
  const account = await anAccount(journey.stage, { openid: anOpenid() })
  const form = aForm(more)
  valueOf(await submit(journey, account, form))
  const [person] = await journey.stage.world.db.people.list({ accountId: account.id }, { limit: 1 })
  if (!person) throw new Error('the submission left no person')
  return { ...account, person: person._id, form }
}

/** The value of an outcome that must have been accepted. */
export function valueOf<T>(outcome: Outcome<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${JSON.stringify(outcome)}`)
  return outcome.value
}

export const codeOf = (outcome: Outcome<unknown>) => (outcome.ok ? 'OK' : outcome.code)
