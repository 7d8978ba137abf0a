import { openHouse, type House } from './house'
import { liveIn } from './lived-in'

/** What may be asked of a house in another process. */
export const chores = {
  call: ({ cloud }: House, name: string, event: unknown, openid: string) => cloud.invoke(name, event, { openid }),
  runTimer: (house: House) => house.runTimer(),
  phoneCode: ({ cloud }: House, code: string, phone: string) => void cloud.sandbox.phoneCodes.set(code, phone),
  messages: async ({ cloud }: House) =>
    (await cloud.outbox.list()).map(({ channel, to, data }) => ({ channel, to, data })),
  upload,
  /** Somebody in every state, and a full queue. */
  liveIn,
  close: (house: House) => house.close(),
}
export type Chores = typeof chores

export type HouseFacts = Pick<House, 'url' | 'code' | 'branch' | 'operator'>

/** Puts a picture where wx.cloud.uploadFile would, and answers its file id. */
async function upload({ url }: House, cloudPath: string, base64: string): Promise<string> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify([{ objectId: cloudPath }])
  const asked = await fetch(`${url}/v1/storages/get-objects-upload-info`, { method: 'POST', headers, body })
  const [info] = (await asked.json()) as {
    uploadUrl: string
    authorization: string
    token: string
    cloudObjectMeta: string
    cloudObjectId: string
  }[] // the gateway's answer
  if (!info) throw new Error('there is no place for the picture')
  const stored = await fetch(info.uploadUrl, {
    method: 'PUT',
    headers: {
      Authorization: info.authorization,
      'X-Cos-Security-Token': info.token,
      'X-Cos-Meta-Fileid': info.cloudObjectMeta,
    },
    body: Buffer.from(base64, 'base64'),
  })
  if (!stored.ok) throw new Error(`the picture was not stored: ${stored.status}`)
  return info.cloudObjectId
}

type Chore = { id: number; chore: keyof Chores; given: unknown[] }

async function main() {
  const house = await openHouse()
  process.on('message', async ({ id, chore, given }: Chore) => {
    // the other side is house-apart.ts, which is typed by Chores
    const work = chores[chore] as (house: House, ...given: unknown[]) => unknown
    try {
      process.send?.({ id, answer: await work(house, ...given) })
    } catch (fault) {
      process.send?.({ id, fault: String(fault) })
    }
    if (chore === 'close') process.disconnect()
  })
  process.on('disconnect', () => process.exit())
  const { url, code, branch, operator } = house
  process.send?.({ facts: { url, code, branch, operator } satisfies HouseFacts })
}

// only the child process does the work; its parent imports the types
if (process.send && process.argv[1]?.endsWith('house-process.ts')) void main()
