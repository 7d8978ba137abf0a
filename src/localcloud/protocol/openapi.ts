import { CloudError, invalid } from '../fault'
import type { Services } from '../services'
import type { ApiAnswer } from '../sandbox/wechat'
import { isFields, text, type Fields } from './fields'
import { decodeApiData, encodeApiAnswer } from './protobuf'
import { parseMultipart } from './multipart'

const JSON_TYPE = 'application/json; charset=utf-8'

/** Asks WeChat for a function; one that its description does not allow is refused as in the cloud. */
const callFor = async (
  { pool, wechat, description }: Services,
  token: string,
  api: string,
  fields: Fields,
): Promise<ApiAnswer> => {
  const caller = pool.callOf(token)
  const allowed = caller ? (description.functions[caller.functionName]?.openapi ?? []) : undefined
  if (allowed && !allowed.includes(api)) {
    const errmsg = `system error: function ${caller?.functionName} has no permission to call this API ${api}`
    return { json: { errcode: -604101, errmsg } }
  }
  return wechat.call(api, fields)
}

/** `cloud.openapi.x.y()`: multipart in, protobuf out. */
export const openapiMultipart = async (services: Services, body: Buffer, contentType: string): Promise<Buffer> => {
  const parts = parseMultipart(body, contentType)
  const action = parts.get('action')?.toString()
  const api = parts.get('apiName')?.toString()
  const data = parts.get('requestData')
  if (action !== 'wx.openApi' || !api || !data) throw invalid(`the action ${action ?? '?'} is not emulated`)
  const token = parts.get('wxCloudApiToken')?.toString() ?? ''
  const answer = await callFor(services, token, api, decodeApiData(data))
  if ('bytes' in answer) return encodeApiAnswer(answer.bytes, answer.contentType)
  return encodeApiAnswer(Buffer.from(JSON.stringify(answer.json)), JSON_TYPE)
}

/** `cloud.callOpenAPI()`: JSON in, JSON out. */
export const openapiJson = async (services: Services, fields: Fields) => {
  const api = text(fields, 'apiName')
  const given: unknown = JSON.parse(typeof fields.requestData === 'string' ? fields.requestData : '{}')
  const token = typeof fields.wxCloudApiToken === 'string' ? fields.wxCloudApiToken : ''
  const answer = await callFor(services, token, api, isFields(given) ? given : {})
  if ('bytes' in answer) throw new CloudError('INVALID_PARAM', `${api} answers bytes: call it through cloud.openapi`)
  return { data: { responseData: JSON.stringify(answer.json) } }
}
