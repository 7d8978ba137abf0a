import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { HOUR } from '#domain/limits'
import { account, CONSENT_VERSIONS } from '#contract/account'
import type { Outcome } from '#domain/outcome'
import { newCommandId, type Main, type Who } from '../support/stage'
import { CONSENT } from './account/support'
import { aForm, branchOf, openJourney, valueOf, type Journey } from './support/journey'
import { aJpeg } from './support/pictures'

const PASSWORD = 'canary kestrel 91'
const NAME = '金丝雀'
const PHONE = '13987654321'

let journey: Journey
let enter: Main
let files: typeof import('../../cloudfunctions/_platform/cloud').files
beforeAll(async () => {
  journey = await openJourney()
  const [{ serve }, { handlers }, cloud] = await Promise.all([
    import('../../cloudfunctions/_platform/serve'),
    import('../../cloudfunctions/account/handlers'),
    import('../../cloudfunctions/_platform/cloud'),
  ])
  enter = serve('account', account, handlers, () => journey.stage.world)
  files = cloud.files
})
afterAll(() => journey.stage.close())

const everyByteIn = (dir: string): { file: string; bytes: Buffer }[] =>
  readdirSync(dir).flatMap((name) => {
    const file = join(dir, name)
    return statSync(file).isDirectory() ? everyByteIn(file) : [{ file: name, bytes: readFileSync(file) }]
  })

type Planted = {
  idNumber: string
  phone: string
  name: string
  password: string
  code: string
  secret: string
  branchCode: string
}

/** The whole main job with things going wrong on the way; returns what was planted and every refusal that came back. */
async function liveThrough(): Promise<{ planted: Planted; refusals: Outcome<unknown>[]; openid: string }> {
  const { stage, checkin, review, desk } = journey
  const refusals: Outcome<unknown>[] = []
  const ask = async <T>(main: Main, verb: string, input: unknown, who: Who = {}): Promise<Outcome<T>> => {
    const outcome = await stage.ask<T>(main, verb, input, who, newCommandId())
    if (!outcome.ok) refusals.push(outcome)
    return outcome
  }
  const codeSent = async (purpose: string) => {
    stage.time.pass(2 * 60_000)
    valueOf(await ask(enter, 'sendCode', { phone: PHONE, purpose }))
    const [sent] = await stage.cloud.outbox.list()
    return String((sent?.data as string[])[0]) // the template's first parameter
  }

  const code = await codeSent('register')
  await ask(enter, 'register', { phone: PHONE, code: '000000', password: PASSWORD, consent: CONSENT })
  await ask(enter, 'register', { phone: PHONE, code, password: `${PASSWORD}\u0000`.repeat(9), consent: CONSENT })
  const { session } = valueOf(
    await ask<{ session: string }>(enter, 'register', { phone: PHONE, code, password: PASSWORD, consent: CONSENT }),
  )
  await ask(enter, 'register', { phone: PHONE, code, password: PASSWORD, consent: CONSENT })
  await ask(enter, 'logInByPassword', { phone: PHONE, password: `${PASSWORD}x` })
  valueOf(await ask(enter, 'logInByPassword', { phone: PHONE, password: PASSWORD }))
  valueOf(await ask(enter, 'logInByCode', { phone: PHONE, code: await codeSent('logIn') }))
  const openid = 'openid-canary-kestrel'
  valueOf(await ask(enter, 'logInByPassword', { phone: PHONE, password: PASSWORD }, { openid }))
  await ask(enter, 'session', {}, { session: `${session.slice(0, -1)}!` })

  const me = { session }
  valueOf(await ask(enter, 'giveConsent', { kind: 'idData', version: CONSENT_VERSIONS.idData }, me))
  const form = aForm({ name: NAME, answer: '95' })
  const submission = { branch: branchOf(journey), version: 0, values: form }
  await ask(checkin, 'submit', { ...submission, values: { ...form, [String(form.idNumber)]: PHONE } }, me)
  await ask(checkin, 'submit', { ...submission, values: { ...form, idNumber: `${form.idNumber}0` } }, me)
  await ask(checkin, 'openCode', { code: form.idNumber }, me)
  valueOf(await ask(checkin, 'submit', submission, me))
  await ask(checkin, 'submit', submission, { session: journey.secretary.session, openid: String(desk.openid) })
  await journey.tick()

  const [stored] = await stage.world.db.people.list({ accountId: String(session.split('.')[0]) }, { limit: 1 })
  const person = String(stored?._id)
  valueOf(await ask(review, 'queue', { queue: 'pending', names: [NAME] }, desk))
  valueOf(await ask(review, 'detail', { person }, desk))
  valueOf(await ask(review, 'reveal', { person, purpose: 'checkDocument' }, desk))
  await ask(review, 'detail', { person }, me)
  await ask(review, 'reveal', { person, purpose: 'checkDocument' }, me)
  const { list } = stage.world.db.people
  stage.world.db.people.list = () => Promise.reject(new Error(`${form.idNumber} ${PHONE} ${NAME} ${PASSWORD}`))
  await ask(checkin, 'mine', {}, me)
  stage.world.db.people.list = list
  valueOf(
    await ask(
      review,
      'sendBack',
      { person, version: 1, reason: '请核对入团年月', markedFields: ['joinedMonth'] },
      desk,
    ),
  )
  await ask(review, 'approve', { person, version: 1 }, desk)
  const { idNumber: _onFile, ...again } = form
  const returned = valueOf(await ask<{ version: number }>(checkin, 'mine', {}, me))
  const { version } = valueOf(
    await ask<{ version: number }>(
      checkin,
      'submit',
      {
        version: returned.version,
        values: { ...again, joinedMonth: '2021-06' },
      },
      me,
    ),
  )
  stage.cloud.sandbox.realName.script(() => ({ result: '-1' }))
  stage.time.pass(24 * HOUR)
  await journey.tick()
  stage.time.pass(6 * HOUR)
  await journey.tick()
  stage.cloud.sandbox.realName.script(undefined)
  const { ticket, cloudPath } = valueOf(
    await ask<{ ticket: string; cloudPath: string }>(review, 'startPhoto', { person }, desk),
  )
  valueOf(await ask(review, 'addPhoto', { ticket, fileId: await files.put(cloudPath, aJpeg()) }, desk))
  const proof = { person, version, explanation: '在系办公室核对了身份证原件', photos: [ticket], confirmed: true }
  const offline = await ask(review, 'approveOffline', proof, desk)
  if (!offline.ok) valueOf(await ask(review, 'approve', { person, version }, desk))
  await journey.tick()
  await ask(checkin, 'withdraw', { version, confirmation: PASSWORD }, me)

  const secret = String(session.split('.')[1])
  const planted = {
    idNumber: String(form.idNumber),
    phone: PHONE,
    name: NAME,
    password: PASSWORD,
    code,
    secret,
    branchCode: journey.code,
  }
  return { planted, refusals, openid }
}

test('what was planted is found where it may be, and nowhere else', async () => {
  const { planted, refusals, openid } = await liveThrough()
  const { stage } = journey
  const { idNumber, phone, name, password, secret, branchCode } = planted
  /** Three groups of digits would be found by chance: a code is looked for as the text it would be stored as. */
  const code = `"${planted.code}"`
  const foundIn = (text: string, values: readonly string[]) => values.filter((value) => text.includes(value))

  const logged = JSON.stringify(stage.logs)
  expect(stage.logs.length).toBeGreaterThan(25)
  expect(stage.logs.some(({ result }) => result === 'INTERNAL')).toBe(true)
  expect(foundIn(logged, [idNumber, phone, name, password, code, secret, branchCode, openid])).toEqual([])

  expect(refusals.length).toBeGreaterThan(9)
  expect(foundIn(JSON.stringify(refusals), [idNumber, phone, name, password, code, secret, branchCode])).toEqual([])

  // the name signs the audit event of its owner; nothing else of them is there
  const events = JSON.stringify(await stage.world.db.audit.list({}, { limit: 100 }))
  expect(foundIn(events, [idNumber, phone, name, password, code, secret, branchCode, openid])).toEqual([name])

  // the names that a reviewer pastes are a filter, a code and an openid are looked up by themselves
  const calls = JSON.stringify(stage.cloud.calls())
  expect(foundIn(calls, [idNumber, phone, password, code, secret])).toEqual([])

  const disk = everyByteIn(stage.dir).map(({ file, bytes }) => ({ file, text: bytes.toString('utf8') }))
  const all = disk.map(({ text }) => text).join('\n')
  expect(disk.map(({ file }) => file)).toContain('data.db')
  expect(foundIn(all, [idNumber, password, secret])).toEqual([])
  // the sandbox catches messages as a mail catcher does: phone and code are in what was sent, and only there
  expect(all.match(new RegExp(`.{3}${phone}`, 'g'))?.filter((hit) => !hit.startsWith('+86')) ?? []).toEqual([])
  expect(all.match(new RegExp(`${code}.{5}`, 'g'))?.filter((hit) => !hit.endsWith(',"5"]')) ?? []).toEqual([])
  // in clear by design; that they are found shows that the search can find
  expect(foundIn(all, [name, branchCode, openid, `+86${phone}`, code])).toHaveLength(5)
})
