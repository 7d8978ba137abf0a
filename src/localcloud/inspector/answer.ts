import type { IncomingMessage, ServerResponse } from 'node:http'
import { codeOf, messageOf } from '../fault'
import { readBody } from '../gateway/body'
import { healthOf } from '../gateway/health'
import { mimeOf } from '../gateway/mime'
import { isSameOrigin } from '../gateway/origin'
import { replyError, replyJson } from '../gateway/reply'
import { isFields, type Fields } from '../protocol/fields'
import type { Services } from '../services'
import { calls, operations } from './calls'
import { collections, documents } from './documents'
import { pageFile } from './page-files'
import { clock, pass, runTimer, timers } from './timers'
import type { ScanView, StateView } from './views'

const MOST_BYTES = 10 * 1024
const STATUS: Record<string, number> = { NOT_FOUND: 404, DATABASE_COLLECTION_NOT_EXIST: 404 }
// Nothing from elsewhere runs in the page, and no other page frames its buttons.
const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"

const state = (services: Services): StateView => {
  const { ok, missingFunctions } = healthOf(services)
  const functions = Object.keys(services.description.functions)
  return { ...clock(services), ok, missingFunctions, functions, scans: services.calls.scans().length }
}

const scans = ({ calls: log }: Services): ScanView[] =>
  log
    .scans()
    .map(({ query, ...scan }) => ({ ...scan, shape: query }))
    .sort((a, b) => b.at - a.at)

/** What can be looked at, by the name in `/inspector/{name}.json`. */
const LOOKS: Record<string, (services: Services, query: URLSearchParams) => unknown> = {
  state,
  calls,
  operations,
  collections,
  documents,
  timers,
  scans,
  clock,
}
/** What can be done. */
const ACTS: Record<string, (services: Services, fields: Fields) => Promise<unknown>> = { timers: runTimer, clock: pass }

const fieldsOf = async (request: IncomingMessage): Promise<Fields> => {
  const value: unknown = JSON.parse((await readBody(request, MOST_BYTES)).toString() || '{}')
  return isFields(value) ? value : {}
}

const sendPage = async (name: string, response: ServerResponse): Promise<boolean> => {
  const file = Object.hasOwn(pageFile, name) ? pageFile[name] : undefined
  if (!file) return false
  response.setHeader('content-type', mimeOf(name))
  response.setHeader('content-security-policy', POLICY)
  response.setHeader('cache-control', 'no-cache')
  response.end(await file())
  return true
}

const answerJson = async (
  services: Services,
  name: string,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => {
  const look = request.method === 'GET' && Object.hasOwn(LOOKS, name) ? LOOKS[name] : undefined
  const act = request.method === 'POST' && Object.hasOwn(ACTS, name) ? ACTS[name] : undefined
  if (!look && !act) return false
  try {
    const answer = look ? look(services, url.searchParams) : act?.(services, await fieldsOf(request))
    response.setHeader('cache-control', 'no-store')
    replyJson(response, 200, await answer)
  } catch (thrown) {
    const code = codeOf(thrown) ?? 'INVALID_PARAM'
    replyError(response, STATUS[code] ?? 400, code, messageOf(thrown))
  }
  return true
}

/** `/inspector` and what is below it: for this machine, from this page, and where it was switched on. */
export const inspector = async (
  services: Services,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  const name = url.pathname.replace(/^\/inspector\/?/, '') || 'index.html'
  if (!services.inspector) return replyError(response, 404, 'NOT_FOUND', 'the inspector is switched off')
  if (!isSameOrigin(request)) return replyError(response, 403, 'PERMISSION_DENIED', 'only for this machine')
  if (request.method === 'GET' && (await sendPage(name, response))) return
  if (name.endsWith('.json') && (await answerJson(services, name.slice(0, -'.json'.length), url, request, response)))
    return
  replyError(response, 404, 'NOT_FOUND', `${request.method} ${url.pathname}`)
}
