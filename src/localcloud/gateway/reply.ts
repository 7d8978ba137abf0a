import { randomUUID } from 'node:crypto'
import type { ServerResponse } from 'node:http'

export const replyJson = (response: ServerResponse, status: number, body: unknown): void => {
  response.statusCode = status
  response.setHeader('content-type', 'application/json; charset=utf-8')
  response.end(typeof body === 'string' ? body : JSON.stringify(body))
}

/** An error in the shape of CloudBase's HTTP API. */
export const replyError = (response: ServerResponse, status: number, code: string, message: string): void =>
  replyJson(response, status, { code, message, requestId: randomUUID() })
