import type { Cloud } from '../../../src/localcloud/start'

type Row = Record<string, unknown>
type Stats = { stats: { updated: number; created: number; removed: number } }

// The SDK's own declarations cannot be used strictly (no `.data`, `void | string` results): this says what it does.
export type Query = {
  where(filter: unknown): Query
  orderBy(path: string, direction: 'asc' | 'desc'): Query
  skip(n: number): Query
  limit(n: number): Query
  field(projection: Row): Query
  get(): Promise<{ data: Row[] }>
  count(): Promise<{ total: number }>
  update(change: { data: Row }): Promise<Stats>
  remove(): Promise<Stats>
}
export type DocReference = {
  get(): Promise<{ data: Row }>
  set(change: { data: Row }): Promise<Stats>
  update(change: { data: Row }): Promise<Stats>
  remove(): Promise<Stats>
}
export type Collection = Query & {
  add(change: { data: Row | Row[] }): Promise<{ _id: string; _ids: string[] }>
  doc(id: string): DocReference
  aggregate(): Aggregate
}
export type Aggregate = { [stage: string]: (argument?: unknown) => Aggregate } & { end(): Promise<{ list: Row[] }> }
export type TransactionHandle = {
  collection(name: string): Collection
  commit(): Promise<unknown>
  rollback(reason?: unknown): Promise<unknown>
}
// eslint-disable-next-line @typescript-eslint/no-explicit-any -- the command builder is a chain of dozens of untyped operators
type Commands = any
export type Database = {
  collection(name: string): Collection
  command: Commands
  createCollection(name: string): Promise<unknown>
  serverDate(options?: { offset: number }): unknown
  RegExp(options: { regexp: string; options?: string }): unknown
  Geo: { Point(longitude: number, latitude: number): { longitude: number; latitude: number } }
  startTransaction(): Promise<TransactionHandle>
  runTransaction<T>(work: (transaction: TransactionHandle) => Promise<T>): Promise<T>
}
export type Sdk = {
  init(options: { env: unknown }): void
  DYNAMIC_CURRENT_ENV: unknown
  database(options?: { throwOnNotFound: boolean }): Database
  callFunction(call: { name: string; data?: unknown }): Promise<{ result: unknown }>
  callOpenAPI(call: { apiName: string; data: unknown }): Promise<unknown>
  uploadFile(upload: { cloudPath: string; fileContent: unknown }): Promise<{ fileID: string }>
  downloadFile(download: { fileID: string }): Promise<{ fileContent: Buffer }>
  getTempFileURL(request: {
    fileList: (string | Row)[]
  }): Promise<{ fileList: { status: number; tempFileURL: string; fileID: string }[] }>
  deleteFile(request: { fileList: string[] }): Promise<{ fileList: { status: number }[] }>
  openapi: Record<string, Record<string, (argument: unknown) => Promise<Record<string, unknown>>>>
}

/** The unmodified SDK, redirected by environment variables alone. */
export const connect = (cloud: Pick<Cloud, 'sdkEnv'>): Sdk => {
  Object.assign(process.env, cloud.sdkEnv())
  const sdk = require('wx-server-sdk') as Sdk // eslint-disable-line @typescript-eslint/no-require-imports -- must load after the environment is set
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  return sdk
}
