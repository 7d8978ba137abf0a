import { argon2id, argon2Verify } from 'hash-wasm'
import {
  command,
  files,
  openapi,
  rawCollection,
  wechatContext,
  type RawQuery,
} from '../../../cloudfunctions/_platform/cloud'
import { faultOf } from '../../../cloudfunctions/_platform/log'
import { realNameProvider } from '../../../cloudfunctions/_platform/providers/real-name'
import { smsSender } from '../../../cloudfunctions/_platform/providers/sms'
import { readSettings } from '../../../cloudfunctions/_platform/settings'

/** Every call that the product makes of the SDK and of its other packages, by name. A new one that is missing here does not compile. */
type Call = () => Promise<unknown>
type CallsOf<T> = Record<keyof T, Call>

const things = rawCollection('claims')
const found = async (query: Parameters<typeof things.where>[0]) => (await things.where(query).get()).data
const changed = async (operation: unknown) => {
  const row = things.where({ _id: 'b' })
  return [await row.update({ data: { tags: operation } }), await row.get()]
}

const queries: CallsOf<RawQuery> = {
  get: () => found({ n: 3 }),
  orderBy: () => things.where({}).orderBy('n', 'desc').get(),
  limit: () => things.where({}).limit(2).get(),
  field: () => things.where({}).field({ n: true, _id: false }).get(),
  update: () => things.where({ _id: 'c' }).update({ data: { at: new Date(0), nested: { deep: [1, null, '文'] } } }),
  remove: () => things.where({ _id: 'a' }).remove(),
}

const operators: CallsOf<typeof command> = {
  eq: () => found({ n: command.eq(2) }),
  neq: () => found({ n: command.neq(2) }),
  gt: () => found({ n: command.gt(2) }),
  gte: () => found({ n: command.gte(2) }),
  lt: () => found({ n: command.lt(2) }),
  lte: () => found({ n: command.lte(2) }),
  in: () => found({ n: command.in([1, 3]) }),
  and: () => found(command.and([{ n: command.gt(1) }, { n: command.lt(3) }])),
  or: () => found(command.or([{ n: 1 }, { n: 3 }])),
  set: () => changed(command.set(['x', 'y'])),
  pull: () => changed(command.pull('x')),
  remove: () => changed(command.remove()),
  inc: () => changed(command.inc(2)),
}

const put = (name: string) => files.put(name, Buffer.from(`content of ${name}`))
const linked = async (ids: string[]) =>
  Promise.all((await files.links(ids, 60)).map(async (link) => (await fetch(link)).text()))

const storage: CallsOf<typeof files> = {
  put: () => put('证明/put.txt'),
  get: async () => String(await files.get(await put('get.txt'))),
  links: async () => linked([await put('links.txt')]),
  remove: async () => {
    const id = await put('remove.txt')
    await files.remove([id])
    return linked([id])
  },
}

const wechat: CallsOf<typeof openapi> = {
  subscribeMessage: () =>
    openapi.subscribeMessage
      .send({ touser: 'o-1', templateId: 'decided', page: 'pages/mine', data: { thing1: { value: '通过' } } })
      .then(({ errCode }) => errCode),
  wxacode: () =>
    openapi.wxacode
      .getUnlimited({ scene: 'a'.repeat(22), checkPath: false })
      .then(({ contentType, buffer }) => [contentType, Buffer.from(buffer).toString('base64')]),
  phonenumber: () =>
    openapi.phonenumber
      .getPhoneNumber({ code: 'sandbox:13800000000' })
      .then(({ phoneInfo }) => phoneInfo.purePhoneNumber),
}

const others = {
  add: async () => Promise.all(['a', 'b', 'c'].map((_id, n) => things.add({ data: { _id, n: n + 1 } }))),
  addAgain: () => things.add({ data: { _id: 'a' } }),
  context: async () => wechatContext(),
  sms: () => smsSender(readSettings(process.env)).sendCode('13800000000', '123456', 5),
  realName: () => realNameProvider(readSettings(process.env)).verify('林溪', process.env.SAMPLE_ID ?? ''),
  password: async () => {
    const hash = await argon2id({
      password: 'p',
      salt: Buffer.alloc(16),
      parallelism: 1,
      iterations: 2,
      memorySize: 512,
      hashLength: 32,
      outputType: 'encoded',
    })
    return [hash, await argon2Verify({ password: 'p', hash })]
  },
  fault: async () => faultOf(breakDown()).at.split(' ')[1],
}

function breakDown(): Error {
  return new Error('broken on purpose')
}

const named = (prefix: string, calls: Record<string, Call>) =>
  Object.entries(calls).map(([name, call]) => [`${prefix}${name}`, call] as const)
const CALLS = [
  ...named('', others),
  ...named('command.', operators),
  ...named('query.', queries),
  ...named('files.', storage),
  ...named('openapi.', wechat),
]

/** A cloud function that makes the calls one after the other and answers what came of each. */
export async function main({ only }: { only?: string }): Promise<Record<string, unknown>> {
  const answers: Record<string, unknown> = {}
  for (const [name, call] of CALLS.filter(([name]) => !only || name === only))
    answers[name] = await call().catch((fault: Error) => ({ fault: fault.message.replace(/[0-9a-f-]{36}/g, '…') }))
  return answers
}
