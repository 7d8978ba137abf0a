import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cloud as description } from '../../config/cloud'
import { anAccount, aPost, aProvince, anOpenid } from '../support/builders'
import { rawCollection } from '../../cloudfunctions/_platform/cloud'
import { openWorld } from '../../cloudfunctions/_platform/world'
import { functionEnvironment, newKeys } from '../../src/demo/environment'
import { startCloud } from '../../src/localcloud/start'
import { aCode } from '../cloudfunctions/support/journey'

/** What whoever sends load has to know. */
export type Served = {
  url: string
  branch: { id: string; code: string }
  callers: { openid: string; session: string }[]
}

type Ground = Parameters<typeof anAccount>[0]
type AccountDocument = Parameters<Ground['world']['db']['accounts']['insert']>[0]
const CHUNK = 250

/** Writes many accounts in a few requests: one by one they would take longer than what is to be measured. */
async function accounts({ world, time }: Ground, count: number): Promise<Served['callers']> {
  const documents: AccountDocument[] = []
  const insert = (document: AccountDocument) => Promise.resolve(documents.push(document) > 0)
  const gathering = { time, world: { ...world, db: { ...world.db, accounts: { ...world.db.accounts, insert } } } }
  const callers: Served['callers'] = []
  while (callers.length < count) {
    const { openid = '', session } = await anAccount(gathering, { openid: anOpenid() })
    callers.push({ openid, session })
  }
  for (let from = 0; from < documents.length; from += CHUNK) {
    const data = documents.slice(from, from + CHUNK).map((document) => ({ ...document, rev: 1, v: 1 }))
    // the SDK adds a list as well as one document, its declared type and ours know the latter only
    await rawCollection('accounts').add({ data: data as unknown as Record<string, unknown> })
  }
  return callers
}

/** The local cloud as `npm start` runs it, durable, with so many freshmen who are about to check in. */
async function main(freshmen: number): Promise<void> {
  const dir = mkdtempSync(join('.cache', 'server-'))
  const keys = newKeys()
  const cloud = await startCloud({
    dir,
    description,
    functionsDir: 'dist/cloudfunctions',
    env: (url) => functionEnvironment(url, keys),
    log: () => undefined,
  })
  Object.assign(process.env, cloud.sdkEnv(), functionEnvironment(cloud.url, keys))
  const ground = { world: openWorld(), time: { now: new Date(), pass: () => undefined } }
  const { branch } = await aProvince(ground)
  await aPost(ground, { accountId: (await anAccount(ground)).id, org: branch })
  const callers = await accounts(ground, freshmen)
  const served: Served = { url: cloud.url, branch: { id: branch._id, code: await aCode(ground, branch) }, callers }
  process.send?.(served)
  process.once('disconnect', () => {
    void cloud.close().then(() => {
      rmSync(dir, { recursive: true, force: true })
      process.exit(0)
    })
  })
}

void main(Number(process.argv[2]))
