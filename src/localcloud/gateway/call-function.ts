import type { IncomingMessage, ServerResponse } from 'node:http'
import { codeOf, messageOf } from '../fault'
import type { Caller } from '../functions/caller'
import type { Services } from '../services'
import { readBody } from './body'
import { isFromHere } from './origin'
import { replyError, replyJson } from './reply'

const MOST_EVENT = 100 * 1024

const STATUS: Record<string, number> = {
  EXCEED_MAX_PAYLOAD_SIZE: 413,
  FUNCTIONS_REQUEST_FAIL: 404,
  FUNCTIONS_TIME_LIMIT_EXCEEDED: 504,
}

/** A mini-program's user, simulated by a header: on this machine only. */
const callerOf = (request: IncomingMessage): Caller => {
  const address = request.socket.remoteAddress?.replace(/^::ffff:/, '')
  const openid = request.headers['x-simulated-openid']
  if (typeof openid !== 'string' || openid === '' || !isFromHere(request)) return { address }
  return { address, openid }
}

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}

/** `POST /v1/functions/{name}`: the body is the event, the reply is what the function returned. */
export const callFunction = async (
  { pool }: Services,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    const event = (await readBody(request, MOST_EVENT)).toString() || '{}'
    if (!isJson(event)) return replyError(response, 400, 'INVALID_PARAM', 'the body is not JSON')
    replyJson(response, 200, await pool.invoke(name, event, callerOf(request)))
  } catch (thrown) {
    const code = codeOf(thrown) ?? 'SYS_ERR'
    replyError(response, STATUS[code] ?? 500, code, messageOf(thrown))
  }
}
