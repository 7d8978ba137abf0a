// The one file that imports the SDK: its own types do not survive strict mode, so what we use of it is typed here.
import * as sdk from 'wx-server-sdk'

export type Command = { readonly __command: true }
export type Query = Record<string, unknown> | Command
export type Page = { data: unknown[] }
export type Written = { stats: { updated: number; created?: number } }
export type Removed = { stats: { removed: number } }

export type RawQuery = {
  orderBy(field: string, direction: 'asc' | 'desc'): RawQuery
  limit(rows: number): RawQuery
  field(projection: Record<string, boolean>): RawQuery
  get(): Promise<Page>
  update(change: { data: Record<string, unknown> }): Promise<Written>
  remove(): Promise<Removed>
}
export type RawCollection = {
  add(document: { data: Record<string, unknown> }): Promise<{ _id: string }>
  where(query: Query): RawQuery
}
type Operators = Record<
  'eq' | 'neq' | 'gt' | 'gte' | 'lt' | 'lte' | 'in' | 'set' | 'inc' | 'pull',
  (value: unknown) => Command
> & {
  and(parts: readonly Query[]): Command
  or(parts: readonly Query[]): Command
  remove(): Command
}
type Sdk = {
  init(options: { env: unknown }): void
  DYNAMIC_CURRENT_ENV: unknown
  database(): { collection(name: string): RawCollection; command: Operators }
  getWXContext(): { OPENID?: string; CLIENTIP?: string; ENV?: string }
  uploadFile(file: { cloudPath: string; fileContent: Buffer }): Promise<{ fileID: string }>
  downloadFile(file: { fileID: string }): Promise<{ fileContent: Buffer }>
  deleteFile(files: { fileList: string[] }): Promise<unknown>
  getTempFileURL(files: { fileList: { fileID: string; maxAge: number }[] }): Promise<{
    fileList: { fileID: string; tempFileURL: string; status: number }[]
  }>
  openapi: {
    subscribeMessage: { send(message: Record<string, unknown>): Promise<{ errCode: number }> }
    wxacode: { getUnlimited(page: Record<string, unknown>): Promise<{ buffer: Uint8Array; contentType: string }> }
    phonenumber: { getPhoneNumber(code: { code: string }): Promise<{ phoneInfo: { purePhoneNumber: string } }> }
  }
}

// the SDK's declarations are narrower than its behaviour; the shapes above are what the local cloud's tests prove
const cloud = sdk as unknown as Sdk
cloud.init({ env: cloud.DYNAMIC_CURRENT_ENV })

const database = cloud.database()
export const command = database.command
export const rawCollection = (name: string): RawCollection => database.collection(name)

/** The connection broke, or the cloud did not say why it failed: the same call may well work the next time. */
export const isOutage = (fault: unknown): boolean => (fault as { errCode?: unknown } | undefined)?.errCode === -501001

/** Who calls, as WeChat says. Must be asked before the first `await` of a call: it lives in the environment of the process. */
export function wechatContext(): { openid?: string; address?: string } {
  const { OPENID, CLIENTIP } = cloud.getWXContext()
  return { ...(OPENID ? { openid: OPENID } : {}), ...(CLIENTIP ? { address: CLIENTIP } : {}) }
}

export const { openapi } = cloud

export const files = {
  put: (path: string, content: Buffer) =>
    cloud.uploadFile({ cloudPath: path, fileContent: content }).then(({ fileID }) => fileID),
  get: (fileId: string) => cloud.downloadFile({ fileID: fileId }).then(({ fileContent }) => fileContent),
  remove: async (fileIds: readonly string[]) => {
    if (fileIds.length > 0) await cloud.deleteFile({ fileList: [...fileIds] })
  },
  /** Links that stop working after `seconds`. A file that is gone has no link. */
  links: async (fileIds: readonly string[], seconds: number) => {
    if (fileIds.length === 0) return []
    const { fileList } = await cloud.getTempFileURL({
      fileList: fileIds.map((fileID) => ({ fileID, maxAge: seconds })),
    })
    return fileList.filter(({ status }) => status === 0).map(({ tempFileURL }) => tempFileURL)
  },
}
