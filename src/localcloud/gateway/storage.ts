import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { CloudError, codeOf, invalid, messageOf } from '../fault'
import { decodeName } from '../files'
import { isFields, text } from '../protocol/fields'
import type { Services } from '../services'
import { readBody } from './body'
import { mimeOf } from './mime'
import { replyError, replyJson } from './reply'

const MOST_BYTES = 100 * 1024

const escapeXml = (value: string) => value.replace(/[<&>]/g, (sign) => `&#${sign.charCodeAt(0)};`)

const cosError = (response: ServerResponse, status: number, code: string, message: string): void => {
  response.statusCode = status
  response.setHeader('content-type', 'application/xml')
  const id = randomUUID()
  response.end(
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${escapeXml(code)}</Code><Message>${escapeXml(message)}</Message>` +
      `<Resource></Resource><RequestId>${id}</RequestId><TraceId>${id}</TraceId></Error>`,
  )
}

/** `POST /v1/storages/get-objects-upload-info`: where a web client may PUT its objects. */
export const uploadInfo = async (
  { files }: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    const asked: unknown = JSON.parse((await readBody(request, MOST_BYTES)).toString())
    if (!Array.isArray(asked)) throw invalid('an array was expected')
    const tickets = asked.map((each: unknown) => {
      if (!isFields(each)) throw invalid('an object with objectId was expected')
      const objectId = text(each, 'objectId')
      const { url, authorization, token, meta } = files.uploadTicket(objectId)
      return {
        objectId,
        uploadUrl: url,
        authorization,
        token,
        cloudObjectMeta: meta,
        cloudObjectId: files.fileId(objectId),
      }
    })
    replyJson(response, 200, tickets)
  } catch (thrown) {
    replyError(response, 400, codeOf(thrown) ?? 'INVALID_PARAM', messageOf(thrown))
  }
}

/** `PUT /cos/{name}`: takes an object with its ticket, from the SDK or from a page. */
export const putObject = async (
  { files }: Services,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    await files.receive(decodeName(name), request.headers.authorization ?? '', request)
    response.end()
  } catch (thrown) {
    request.resume()
    // What is left of a body that broke off would stand in the way of the next request on this connection.
    response.setHeader('connection', 'close')
    const denied = thrown instanceof CloudError
    cosError(response, denied ? 403 : 500, denied ? thrown.code : 'InternalError', messageOf(thrown))
  }
}

/** `GET /file/{name}?t=…&sign=…`: gives an object while its link is good. */
export const getObject = async (
  { files }: Services,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const cloudPath = decodeName(url.pathname.slice('/file/'.length))
  try {
    const object = files.open(cloudPath, Number(url.searchParams.get('t')), url.searchParams.get('sign') ?? '')
    if (!object) return cosError(response, 404, 'NoSuchKey', 'The specified key does not exist.')
    response.setHeader('content-type', mimeOf(cloudPath))
    response.setHeader('content-length', object.size)
    // What users uploaded must not run as a page of this origin.
    response.setHeader(
      'content-security-policy',
      "sandbox; default-src 'none'; img-src 'self'; style-src 'unsafe-inline'",
    )
    response.setHeader('x-content-type-options', 'nosniff')
    response.setHeader('cache-control', 'private, no-store')
    if (request.method === 'HEAD') response.end()
    else await pipeline(object.stream(), response)
  } catch (thrown) {
    if (response.headersSent) response.destroy()
    else cosError(response, 403, codeOf(thrown) ?? 'AccessDenied', messageOf(thrown))
  }
}
