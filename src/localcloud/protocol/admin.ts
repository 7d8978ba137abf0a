import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { codeOf, invalid, messageOf } from '../fault'
import { readBody } from '../gateway/body'
import type { Services } from '../services'
import { databaseActions } from './database'
import { isFields, optionalText, text, type Fields } from './fields'
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

// Only codes in the cloud's own spelling leave; anything else is a fault of this machine.
const errorReply = (thrown: unknown) => {
  const code = codeOf(thrown)
  return { code: code && /^[A-Z][A-Z_]+$/.test(code) ? code : 'SYS_ERR', message: messageOf(thrown) }
}

/** `POST /admin`: everything that wx-server-sdk says. An error is an HTTP 200 with a code, as the SDK expects. */
export const admin = async (services: Services, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  const requestId = randomUUID()
  const reply = (body: Record<string, unknown>) => {
    response.setHeader('content-type', 'application/json; charset=utf-8')
    response.end(JSON.stringify({ requestId, ...body }))
  }
  try {
    const body = await readBody(request, MOST_BYTES)
    const contentType = request.headers['content-type'] ?? ''
    if (contentType.startsWith('multipart/')) {
      response.setHeader('content-type', 'application/octet-stream')
      response.end(await openapiMultipart(services, body, contentType))
      return
    }
    reply(await act(services, parse(body), String(request.headers['x-tcb-source'] ?? '')))
  } catch (thrown) {
    reply(errorReply(thrown))
  }
}
