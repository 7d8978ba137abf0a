import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { codeOf, messageOf } from '../fault'
import { readBody } from '../gateway/body'
import { isFields, type Fields } from '../protocol/fields'
import type { Services } from '../services'
import { ApiError } from './api-error'
import { describeResult } from './real-name'
import { sendSms } from './sms'

const MOST_BYTES = 10 * 1024 * 1024

type Api = { version: string; run(services: Services, fields: Fields): Promise<Fields | 'garbage'> }

const idCardVerification: Api['run'] = async ({ realName }, { IdCard, Name }) => {
  if (typeof IdCard !== 'string' || typeof Name !== 'string')
    throw new ApiError('MissingParameter', 'IdCard 和 Name 必填')
  const outcome = await realName.check(IdCard, Name)
  if ('garbage' in outcome) return 'garbage'
  if ('code' in outcome) throw new ApiError(outcome.code, outcome.message)
  return { Result: outcome.result, Description: describeResult(outcome.result) }
}

const APIS: Record<string, Api> = {
  IdCardVerification: { version: '2018-03-01', run: idCardVerification },
  SendSms: { version: '2021-01-11', run: sendSms },
}

const checked = (request: IncomingMessage): Api => {
  const action = String(request.headers['x-tc-action'] ?? '')
  const api = Object.hasOwn(APIS, action) ? APIS[action] : undefined
  if (!api) throw new ApiError('InvalidAction', `The request action=\`${action}\` is invalid or not found.`)
  if (request.headers['x-tc-version'] !== api.version) throw new ApiError('NoSuchVersion', '接口版本不存在。')
  if (!request.headers['x-tc-timestamp']) throw new ApiError('MissingParameter', 'X-TC-Timestamp 必填')
  const signed = /^TC3-HMAC-SHA256 Credential=.+Signature=[0-9a-f]{64}$/.test(request.headers.authorization ?? '')
  if (!signed) throw new ApiError('AuthFailure.SignatureFailure', '请求没有签名。')
  return api
}

/** `POST /`: the Tencent Cloud API 3.0, with which the official SDK talks to the sandboxes. */
export const tencentApi = async (
  services: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const reply = (Response: Fields) => {
    response.setHeader('content-type', 'application/json')
    response.end(JSON.stringify({ Response: { ...Response, RequestId: randomUUID() } }))
  }
  try {
    const body = await readBody(request, MOST_BYTES)
    const api = checked(request)
    const fields: unknown = JSON.parse(body.toString() || '{}')
    const answer = await api.run(services, isFields(fields) ? fields : {})
    if (answer === 'garbage') response.end('<html><body>502 Bad Gateway</body></html>')
    else reply(answer)
  } catch (thrown) {
    const Code = thrown instanceof ApiError ? thrown.apiCode : codeOf(thrown) ? 'InternalError' : 'InvalidParameter'
    reply({ Error: { Code, Message: messageOf(thrown) } })
  }
}
