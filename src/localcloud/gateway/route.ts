import type { IncomingMessage, ServerResponse } from 'node:http'
import { messageOf } from '../fault'
import { inspector } from '../inspector/answer'
import { outboxPage } from '../outbox/page'
import { admin } from '../protocol/admin'
import { tencentApi } from '../sandbox/tencent'
import type { Services } from '../services'
import { callFunction } from './call-function'
import { healthOf } from './health'
import { allowOrigin, isFromHere } from './origin'
import { replyError, replyJson } from './reply'
import { serveSite } from './site'
import { getObject, putObject, uploadInfo } from './storage'

const FUNCTIONS = '/v1/functions/'

const answerOutbox = async (
  { outbox }: Services,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (!isFromHere(request)) return replyError(response, 403, 'PERMISSION_DENIED', 'only for this machine')
  if (request.method === 'DELETE') await outbox.clear()
  replyJson(response, 200, await outbox.list())
}

const answerApi = async (
  services: Services,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => {
  const { pathname } = url
  const { method } = request
  if (method === 'POST' && pathname === '/admin') await admin(services, request, response)
  else if (method === 'POST' && pathname.startsWith(FUNCTIONS))
    await callFunction(services, pathname.slice(FUNCTIONS.length), request, response)
  else if (method === 'POST' && pathname === '/v1/storages/get-objects-upload-info')
    await uploadInfo(services, request, response)
  else if (method === 'POST' && pathname === '/') await tencentApi(services, request, response)
  else if (method === 'PUT' && pathname.startsWith('/cos/'))
    await putObject(services, pathname.slice('/cos/'.length), request, response)
  else if ((method === 'GET' || method === 'HEAD') && pathname.startsWith('/file/'))
    await getObject(services, url, request, response)
  else if ((method === 'GET' || method === 'DELETE') && pathname === '/outbox.json')
    await answerOutbox(services, request, response)
  else if (pathname === '/inspector' || pathname.startsWith('/inspector/'))
    await inspector(services, url, request, response)
  else return false
  return true
}

/** One request, from the first byte to the last; `services` are null until everything is up. */
export const route = async (
  services: Services | null,
  sites: Record<string, string>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  try {
    if (allowOrigin(request, response)) return
    const url = new URL(request.url ?? '/', 'http://127.0.0.1')
    if (request.method === 'GET' && url.pathname === '/health') {
      const health = healthOf(services)
      return replyJson(response, health.ok ? 200 : 503, health)
    }
    if (!services) return replyError(response, 503, 'NOT_READY', 'the cloud is starting')
    if (await answerApi(services, url, request, response)) return
    if (request.method === 'GET' && url.pathname === '/outbox') {
      response.setHeader('content-type', 'text/html; charset=utf-8')
      response.end(outboxPage)
      return
    }
    if (await serveSite(sites, url, request, response)) return
    replyError(response, 404, 'NOT_FOUND', `${request.method} ${url.pathname}`)
  } catch (thrown) {
    if (response.headersSent) response.destroy()
    else replyError(response, 500, 'SYS_ERR', messageOf(thrown))
  }
}
