import type { Calls, Options } from './calls'

export type CallFunction = (name: string, data: unknown) => unknown
export type UploadFile = (cloudPath: string, filePath: string) => string | Promise<string>

export type CloudOptions = {
  /** The cloud functions: the local cloud, or a double. */
  callFunction?: CallFunction
  /** Answers the file's id. */
  uploadFile?: UploadFile
}

const noFunctions: CallFunction = (name) => {
  throw new Error(`this test has no cloud function ${name}`)
}

/** wx.cloud. What goes in and out is copied through JSON, as on the wire. */
export function cloudOf(calls: Calls, { callFunction = noFunctions, uploadFile }: CloudOptions) {
  const copy = (value: unknown): unknown => (value === undefined ? undefined : JSON.parse(JSON.stringify(value)))
  return {
    init: (options: Options = {}) => void calls.log.push({ api: 'cloud.init', options }),
    callFunction: (options: Options) =>
      calls.settle('cloud.callFunction', options, async ({ name, data }) => ({
        result: copy(await callFunction(String(name), copy(data))),
      })),
    uploadFile: (options: Options) =>
      calls.settle('cloud.uploadFile', options, async ({ cloudPath, filePath }) => ({
        fileID: (await uploadFile?.(String(cloudPath), String(filePath))) ?? `cloud://test/${String(cloudPath)}`,
      })),
    getTempFileURL: (options: Options) =>
      calls.settle('cloud.getTempFileURL', options, ({ fileList }) => ({
        fileList: (Array.isArray(fileList) ? fileList : []).map((fileID: unknown) => ({ fileID, tempFileURL: fileID })),
      })),
  }
}
