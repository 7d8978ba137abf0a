import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { codeOf, invalid, messageOf } from '../fault'
import { readBody } from '../gateway/body'
import type { Services } from '../services'
import { databaseActions } from './database'
import { isFields, optionalText, text, type Fields } from './fields'
import { parseMultipart } from './multipart'
import { openapiJson, openapiMultipart } from './openapi'
import { storageActions } from './storage'

const MOST_BYTES = 16 * 1024 * 1024

const invokeFunction = async ({ pool }: Services, fields: Fields, source: string) => {
  const name = text(fields, 'function_name')
  const caller = pool.callOf(optionalText(fields, 'wxCloudApiToken') ?? '')?.caller ?? {}
  const result = await pool.invoke(name, optionalText(fields, 'request_data') ?? '{}', { ...caller, source })
  return { data: { response_data: result } }
}

const act = async (services: Services, fields: Fields, source: string): Promise<Record<string, unknown>> => {
  const action = text(fields, 'action')
  const known = databaseActions[action] ?? storageActions[action]
  if (known) return known(services, fields)
  if (action === 'functions.invokeFunction') return invokeFunction(services, fields, source)
  if (action === 'wx.api') return openapiJson(services, fields)
  throw invalid(`the action ${action} is not emulated`)
}

const parse = (body: Buffer): Fields => {
  const value: unknown = JSON.parse(body.toString())
  if (isFields(value)) return value
  throw invalid('a JSON object was expected')
}

type Answer = { type: string; content: string | Buffer }
/** What the SDK says, understood but not yet carried out. */
type Said = { action: string; about: string; token: string; carryOut: () => Promise<Answer> }

const BYTES = 'application/octet-stream'
const json = (body: Record<string, unknown>): Answer => ({
  type: 'application/json; charset=utf-8',
  content: JSON.stringify({ requestId: randomUUID(), ...body }),
})

// Only codes in the cloud's own spelling leave; anything else is a fault of this machine.
const errorAnswer = (thrown: unknown): Answer => {
  const code = codeOf(thrown)
  return json({ code: code && /^[A-Z][A-Z_]+$/.test(code) ? code : 'SYS_ERR', message: messageOf(thrown) })
}

const heard = (services: Services, request: IncomingMessage, body: Buffer): Said => {
  const contentType = request.headers['content-type'] ?? ''
  if (contentType.startsWith('multipart/')) {
    const part = (name: string) => parseMultipart(body, contentType).get(name)?.toString() ?? ''
    return {
      action: 'wx.openApi',
      about: part('apiName'),
      token: part('wxCloudApiToken'),
      carryOut: async () => ({ type: BYTES, content: await openapiMultipart(services, body, contentType) }),
    }
  }
  const fields = parse(body)
  const source = String(request.headers['x-tcb-source'] ?? '')
  return {
    action: String(fields.action),
    about: String(fields.collectionName ?? fields.apiName ?? fields.function_name ?? ''),
    token: String(fields.wxCloudApiToken ?? ''),
    carryOut: async () => json(await act(services, fields, source)),
  }
}

/** `POST /admin`: everything that wx-server-sdk says. An error is an HTTP 200 with a code, as the SDK expects. */
export const admin = async (services: Services, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const reply = ({ type, content }: Answer) => {
    response.setHeader('content-type', type)
    response.end(content)
  }
  try {
    const said = heard(services, request, await readBody(request, MOST_BYTES))
    const { outcome, end } = await services.wire.fateOf(() => said)
    try {
      if (outcome === 'cut') return void response.destroy()
      const answer = typeof outcome === 'object' ? errorAnswer(outcome) : await said.carryOut().catch(errorAnswer)
      if (outcome === 'loseReply') response.destroy()
      else reply(answer)
    } finally {
      end()
    }
  } catch (thrown) {
    reply(errorAnswer(thrown))
  }
}
