import { randomUUID } from 'node:crypto'
import type { Outcome } from '#domain/outcome'
import { aForm } from '../cloudfunctions/support/journey'
import { anAccount, anOpenid, anOrg, aPost } from './builders'
import type { House } from './house'

const QUEUE = 50
const DAY_AND_A_BIT = 30

/** One WeChat user in every state of the main job, and a branch with a full queue. */
export type Residents = {
  newcomer: string
  waiting: string
  returned: string
  member: string
  operator: string
  /** Holds a post in three organisations. */
  busyCadre: string
  persons: { pending: string; failed: string; member: string }
}

type Answered = { status?: string; version: number }

/** Fills a house by asking its own functions, as people would. */
export async function liveIn({
  cloud,
  ground,
  branch,
  committee,
  school,
  code,
  operator,
  runTimer,
  runTimerIn,
}: House) {
  const ask = async <T>(fn: string, verb: string, input: unknown, openid: string): Promise<T> => {
    const event = { verb, input, commandId: randomUUID(), ...(openid === operator.openid && { actingOrg: branch._id }) }
    const outcome = (await cloud.invoke(fn, event, { openid })) as Outcome<T> // what `serve` answers
    if (!outcome.ok) throw new Error(`${fn}.${verb}: ${JSON.stringify(outcome)}`)
    return outcome.value
  }
  const newcomer = async () => {
    const openid = anOpenid()
    return { openid, id: (await anAccount(ground, { openid })).id }
  }
  const applicant = async (more: Parameters<typeof aForm>[0] = {}) => {
    const { openid, id } = await newcomer()
    await ask<Answered>(
      'checkin',
      'submit',
      { branch: { id: branch._id, code }, version: 0, values: aForm(more) },
      openid,
    )
    const [person] = await ground.world.db.people.list({ accountId: id }, { limit: 1 })
    if (!person) throw new Error('the submission left no person')
    return { openid, person: person._id }
  }
  const decide = (verb: string, person: string, more: object = {}) =>
    ask('review', verb, { person, version: 1, ...more }, operator.openid)

  const failed = await applicant({ answer: '90', name: '何一舟' })
  await runTimer()
  await runTimerIn(DAY_AND_A_BIT)

  const [member, returned] = [await applicant({ name: '夏言蹊' }), await applicant({ name: '唐知微' })]
  await runTimer()
  await decide('approve', member.person)
  await decide('sendBack', returned.person, {
    reason: '团员编号和团员证第一页不一样，请核对后再交。',
    markedFields: ['memberNumber', 'joinedMonth'],
  })
  await decide('reveal', member.person, { version: undefined, purpose: 'checkDocument' })
  await ask('checkin', 'change', { values: { joinedMonth: '2021-06', education: 'masterInProgress' } }, member.openid)

  const queue = []
  for (let index = 1; index < QUEUE; index += 1)
    queue.push(await applicant({ name: `同学${String.fromCharCode(0x4e00 + index)}` }))
  const [pending] = queue
  const busy = await newcomer()
  for (const org of [branch, committee, school, await anOrg(ground, { parent: school })])
    await aPost(ground, { accountId: busy.id, org, name: '沈知远', operator: org !== school })
  const nobody = await newcomer()
  await runTimer()
  if (!pending) throw new Error('nobody waits')
  return {
    newcomer: nobody.openid,
    waiting: pending.openid,
    returned: returned.openid,
    member: member.openid,
    operator: operator.openid,
    busyCadre: busy.openid,
    persons: { pending: pending.person, failed: failed.person, member: member.person },
  } satisfies Residents
}
