import type { FunctionName } from '#contract/index'
import type { StoredPerson } from '../../../cloudfunctions/_platform/db/stored'
import { anAccount, anOpenid, aPost, type AnAccount } from '../../support/builders'
import { newCommandId, type Who } from '../../support/stage'
import type { Random } from '../../localcloud/support/random'
import { aForm, branchOf, deskOf, type Journey } from '../support/journey'

/** A command with its id: whoever hears no answer sends the very same again. */
export type Sent = { fn: FunctionName; verb: string; input: object; who: Who; command: string }
export type Freshman = { account: AnAccount; form: ReturnType<typeof aForm>; seen?: StoredPerson }
export type Cast = { freshmen: readonly Freshman[]; desks: readonly Who[]; unanswered: Map<string, Sent> }

const FRESHMEN = 4
/** What the provider says of a name: a match, a mismatch for good, a match at the second call. */
const ANSWERS = ['00', '00', '90', '91']

/** Some freshmen before their forms, and two operators of one branch. */
export async function aCast(journey: Journey): Promise<Cast> {
  const freshmen: Freshman[] = []
  for (let place = 0; place < FRESHMEN; place += 1) {
    const answer = ANSWERS[place % ANSWERS.length] ?? '00'
    freshmen.push({ account: await anAccount(journey.stage, { openid: anOpenid() }), form: aForm({ answer }) })
  }
  const colleague = await anAccount(journey.stage, { openid: anOpenid() })
  await aPost(journey.stage, { accountId: colleague.id, org: journey.branch, name: '李委员' })
  return { freshmen, desks: [journey.desk, deskOf(colleague, journey.branch)], unanswered: new Map() }
}

const sent = (fn: FunctionName, verb: string, input: object, who: Who): Sent => ({
  fn,
  verb,
  input,
  who,
  command: newCommandId(),
})

/** What a freshman does with the page that they last saw, which may be an old one. */
export function freshmanActs(journey: Journey, { account, form, seen }: Freshman, random: Random): Sent {
  const submit = (version: number) =>
    sent('checkin', 'submit', { branch: branchOf(journey), version, values: form }, account)
  if (!seen) return submit(0)
  const { status, version } = seen.checkIn
  if (status === 'returned' || status === 'withdrawn') return submit(version)
  if (status === 'pending') return sent('checkin', 'withdraw', { version, confirmation: '撤回' }, account)
  if (seen.change?.status === 'pending' && random.chance(0.3))
    return sent('checkin', 'withdrawChange', { version: seen.change.version }, account)
  return sent('checkin', 'change', { values: { joinedMonth: random.pick(['2021-06', '2021-07']) } }, account)
}

/** What an operator does with the page that was last seen of somebody. */
export function cadreActs({ _id: person, checkIn, change }: StoredPerson, who: Who, random: Random): Sent {
  if (change?.status === 'pending') {
    const input = { person, version: change.version }
    return random.chance(0.6)
      ? sent('review', 'approveChange', input, who)
      : sent('review', 'returnChange', { ...input, reason: '请附上团员证' }, who)
  }
  const input = { person, version: checkIn.version }
  return random.chance(0.6)
    ? sent('review', 'approve', input, who)
    : sent('review', 'sendBack', { ...input, reason: '班级写错了', markedFields: [] }, who)
}
