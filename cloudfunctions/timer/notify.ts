import { minuteOf } from '#domain/calendar'
import type { NoticeEffect } from '../_platform/effects'
import { operatorsOf } from '../_platform/branch'
import { openapi } from '../_platform/cloud'
import type { World } from '../_platform/world'

type Notice = NoticeEffect & { id: string }

/** To the operators of an organisation, but never about their own application. */
async function recipients({ db }: World, { to, person }: Notice): Promise<string[]> {
  if ('accountId' in to) return [to.accountId]
  const [operators, applicant] = await Promise.all([
    operatorsOf(db, to.operatorsOf),
    person ? db.people.find(person) : undefined,
  ])
  return operators.flatMap(({ accountId }) => (accountId && accountId !== applicant?.accountId ? [accountId] : []))
}

/** Into each inbox once: the id is made of effect and recipient. WeChat is told as well where it allows. */
export async function notify(world: World, owed: Notice, now: Date): Promise<void> {
  const { notice: kind, role, name, orgName, orgId, person, reason } = owed
  for (const accountId of await recipients(world, owed)) {
    const isNew = await world.db.notices.insert({
      _id: `${owed.id}:${accountId}`,
      accountId,
      at: now,
      read: false,
      kind,
      role,
      ...(name ? { name } : {}),
      ...(orgName ? { orgName } : {}),
      ...(orgId ? { orgId } : {}),
      ...(person ? { person } : {}),
      ...(reason ? { reason } : {}),
    })
    if (isNew) await tellWeChat(world, accountId, kind, role, now)
  }
}

/** A subscribe message is a courtesy: used-up consent or a refusal must not hold up the inbox. */
async function tellWeChat(
  { db, settings, log }: World,
  accountId: string,
  kind: Notice['notice'],
  role: Notice['role'],
  now: Date,
): Promise<void> {
  const templateId =
    role === 'decide' && kind !== 'checkInReturned' ? settings.templates.waiting : settings.templates.decided
  const openid = (await db.accounts.find(accountId))?.wechat?.openid
  if (!openid || !templateId) return
  const message = {
    touser: openid,
    templateId,
    page: role === 'decide' && kind !== 'checkInReturned' ? 'cadre/pages/choose/index' : 'pages/home/index',
    data: { phrase1: { value: PHRASES[kind] }, time2: { value: minuteOf(now) } },
  }
  await openapi.subscribeMessage.send(message).catch((fault: unknown) => {
    const code = String((fault as { errCode?: unknown }).errCode ?? 'unknown') // the SDK's error carries WeChat's code
    log({ level: 'info', fn: 'timer', verb: 'subscribeMessage', request: '', result: code, ms: 0 })
  })
}

/** At most five characters, as WeChat's `phrase` field wants. */
const PHRASES: Record<Notice['notice'], string> = {
  checkInSubmitted: '待审核',
  checkInApproved: '已通过',
  checkInReturned: '已退回',
  checkInWithdrawn: '已撤回',
  offlinePossible: '待核验',
  reviewReminder: '待审核',
  changeSubmitted: '待审核',
  changeApplied: '已生效',
  changeReturned: '已退回',
}
