import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Org } from '#domain/org'
import { cloud as description } from '../../config/cloud'
import { hashPassword } from '../../cloudfunctions/account/password'
import { keyedHash } from '../../cloudfunctions/_platform/crypto/keyed-hash'
import { newToken } from '../../cloudfunctions/_platform/crypto/token'
import { functionEnvironment, newKeys } from '../../src/demo/environment'
import { startCloud, type Cloud, type CloudOptions } from '../../src/localcloud/start'
import { aPost, aProvince, anAccount, anOpenid, type AnAccount, type Ground, type Province } from './builders'

export const PASSWORD = 'house-sample-37'

/** A whole local cloud with the built functions and the built web pages, and one small province in it. */
export type House = Province & {
  cloud: Cloud
  url: string
  ground: Ground
  /** 团支书 and operator of the branch: enters by phone and password, or by WeChat. */
  operator: AnAccount & { openid: string; password: string }
  /** Fires the timer once: real-name checks and notices that are due are done when it resolves. */
  runTimer(): Promise<unknown>
  /** The timer as it will run so many hours from now: the second try of a real-name check is due by then. */
  runTimerIn(hours: number): Promise<unknown>
  /** Ends every session of an account, as time would. */
  endSessions(phone: string): Promise<void>
  /** The newest code that went out by SMS to this phone. */
  smsCode(phone: string): Promise<string>
  /** A code of the branch, as its operator hands it out. */
  newCode(org: Org): Promise<string>
  code: string
  close(): Promise<void>
}

const built = (name: string) => join(__dirname, '../../dist', name)

async function openGround(cloud: Cloud, keys: ReturnType<typeof newKeys>): Promise<Ground> {
  Object.assign(process.env, cloud.sdkEnv(), functionEnvironment(cloud.url, keys))
  // the SDK reads the environment when it is loaded
  const [{ openWorld }, { realNameProvider }, { smsSender }] = await Promise.all([
    import('../../cloudfunctions/_platform/world'),
    import('../../cloudfunctions/_platform/providers/real-name'),
    import('../../cloudfunctions/_platform/providers/sms'),
  ])
  const pass = () => {
    throw new Error('the clock of built functions is the real one')
  }
  return { world: openWorld({ sms: smsSender, realName: realNameProvider }), time: { now: new Date(), pass } }
}

async function issueCode({ world, time }: Ground, org: Org): Promise<string> {
  const code = newToken()
  const expiresAt = new Date(time.now.getTime() + 60 * 86_400_000)
  const ticket = {
    _id: code,
    kind: 'branchCode' as const,
    subject: org._id,
    orgId: org._id,
    createdAt: time.now,
    createdBy: 'house',
    expiresAt,
  }
  await world.db.tickets.insert(ticket)
  return code
}

/** An account that operates an organisation, with the password of the house. */
export async function anOperator(ground: Ground, org: Org, name: string): Promise<House['operator']> {
  const openid = anOpenid()
  const account = await anAccount(ground, { openid, passwordHash: await hashPassword(PASSWORD) })
  await aPost(ground, { accountId: account.id, org, name })
  return { ...account, openid, password: PASSWORD }
}

/** Opens the house. The clock is the real one: what the branch opens at once needs `offlineAtOnce`. */
export async function openHouse(more: Pick<CloudOptions, 'sites' | 'timers' | 'inspector'> = {}): Promise<House> {
  const dir = mkdtempSync(join(tmpdir(), 'house-'))
  const keys = newKeys()
  const cloud = await startCloud({
    dir,
    description,
    functionsDir: built('cloudfunctions'),
    ...more,
    sites: { '/': built('h5'), ...more.sites },
    env: (url) => functionEnvironment(url, keys),
    durable: false,
    log: () => undefined,
  })
  const ground = await openGround(cloud, keys)
  const province = await aProvince(ground)
  const operator = await anOperator(ground, province.branch, '林晓禾')
  const newCode = (org: Org) => issueCode(ground, org)
  return {
    ...province,
    cloud,
    url: cloud.url,
    ground,
    operator,
    runTimer: () => cloud.runTimer('timer'),
    async runTimerIn(hours) {
      const { tick } = await import('../../cloudfunctions/timer/tick')
      const at = new Date(Date.now() + hours * 3_600_000)
      return tick({ ...ground.world, clock: () => at, random: () => 0 }, 'house-later')
    },
    async endSessions(phone) {
      const { accounts } = ground.world.db
      const [account] = await accounts.list(
        { phoneHash: keyedHash(ground.world.keys.index, 'phone', phone) },
        { limit: 1 },
      )
      if (!account || !(await accounts.replace(account, { ...account, sessions: [] })))
        throw new Error('the sessions could not be ended')
    },
    async smsCode(phone) {
      const sent = (await cloud.outbox.list()).find(({ channel, to }) => channel === 'sms' && to.endsWith(phone))
      const [code] = Array.isArray(sent?.data) ? sent.data.map(String) : []
      if (!code) throw new Error(`no code went out to ${phone}`)
      return code
    },
    newCode,
    code: await newCode(province.branch),
    async close() {
      await cloud.close()
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
