import { accept, refuse } from '#domain/outcome'
import { readOutcome, type Wire } from './wire'

/** Where the gateway is; the page's own server unless the build says otherwise. */
const GATEWAY = (typeof process === 'undefined' ? undefined : process.env.TARO_APP_GATEWAY) ?? ''
const PATIENCE = 30_000

/** A demo page that frames this one names the WeChat user whom the local cloud plays. */
const simulatedWeChat = (): Record<string, string> => {
  const openid = sessionStorage.getItem('simulated-openid')
  return openid ? { 'x-simulated-openid': openid } : {}
}

const ask = (url: string, request: RequestInit) => {
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE)
  return fetch(url, { ...request, signal: patience.signal }).finally(() => clearTimeout(timer))
}

const post = (path: string, body: unknown) =>
  ask(GATEWAY + path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...simulatedWeChat() },
    body: JSON.stringify(body),
  })

type UploadInfo = {
  uploadUrl: string
  authorization: string
  token: string
  cloudObjectMeta: string
  cloudObjectId: string
}
const isUploadInfo = (info: unknown): info is UploadInfo =>
  typeof info === 'object' && info !== null && 'uploadUrl' in info && 'cloudObjectId' in info

const put = async (info: UploadInfo, filePath: string) => {
  const picture = await fetch(filePath)
  return ask(info.uploadUrl, {
    method: 'PUT',
    headers: {
      Authorization: info.authorization,
      'X-Cos-Security-Token': info.token,
      'X-Cos-Meta-Fileid': info.cloudObjectMeta,
    },
    body: await picture.blob(),
  })
}

const upload = async (cloudPath: string, filePath: string) => {
  const answer = await post('/v1/storages/get-objects-upload-info', [{ objectId: cloudPath }])
  const list: unknown = await answer.json()
  const info: unknown = Array.isArray(list) ? list[0] : undefined
  if (!isUploadInfo(info)) return refuse('INTERNAL')

  const stored = await put(info, filePath)
  return stored.ok ? accept({ fileId: info.cloudObjectId }) : refuse('INTERNAL')
}

export const wire: Wire = {
  // fetch rejects only when nobody answered
  callFunction: (name, envelope) =>
    post(`/v1/functions/${name}`, envelope).then(
      (answer) => answer.json().then(readOutcome, () => refuse('INTERNAL')),
      () => refuse('OFFLINE'),
    ),
  putFile: (cloudPath, filePath) => upload(cloudPath, filePath).catch(() => refuse('OFFLINE')),
}
