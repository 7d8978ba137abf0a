import type { Province } from './province/build'
import { PROVINCE_ID } from './province/orgs'

/** Documents in one request: far below what a request may weigh. */
const CHUNK = 250

/** Writes a province through the real SDK; the environment must point to the cloud before this is called. */
export async function fill(
  { orgs, posts, accounts, people, claims, tickets, notices }: Province,
  tell: (done: string) => void,
): Promise<void> {
  // the SDK reads the environment when it is loaded
  const { rawCollection } = await import('../../cloudfunctions/_platform/cloud')
  const add = async (name: string, label: string, documents: readonly Record<string, unknown>[]) => {
    for (let start = 0; start < documents.length; start += CHUNK) {
      const data = documents.slice(start, start + CHUNK).map((document) => ({ ...document, rev: 1, v: 1 }))
      // the SDK adds a list as well as one document, its declared type and ours know the latter only
      await rawCollection(name).add({ data: data as unknown as Record<string, unknown> })
    }
    tell(`${label} ${documents.length}`)
  }
  const [province, ...others] = orgs
  await add('accounts', '账号', accounts)
  await add('people', '团员', people)
  await add('claims', '团员编号', claims)
  await add('posts', '职务', posts)
  await add('tickets', '报到码', tickets)
  await add('notices', '消息', notices)
  await add('orgs', '组织', others)
  // the root comes last: where it is, the province is whole
  if (province) await add('orgs', '省', [province])
}

/** Whether the cloud holds a whole province already. */
export async function isFilled(): Promise<boolean> {
  const { rawCollection } = await import('../../cloudfunctions/_platform/cloud')
  const { data } = await rawCollection('orgs').where({ _id: PROVINCE_ID }).limit(1).get()
  return data.length > 0
}
