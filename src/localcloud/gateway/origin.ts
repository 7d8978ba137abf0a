import type { IncomingMessage, ServerResponse } from 'node:http'

const LOOPBACK_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/
const LOOPBACK_ADDRESS = ['127.0.0.1', '::1', '::ffff:127.0.0.1']

const isLoopbackOrigin = (origin: string) =>
  /^https?:\/\//.test(origin) && LOOPBACK_HOST.test(origin.replace(/^https?:\/\//, ''))

/** Whether a request comes from this machine and from no foreign page (other origin, rebound name). */
export const isFromHere = (request: IncomingMessage): boolean => {
  const { origin, host = '' } = request.headers
  if (!LOOPBACK_ADDRESS.includes(request.socket.remoteAddress ?? '')) return false
  return LOOPBACK_HOST.test(host) && (origin === undefined || isLoopbackOrigin(origin))
}

/** Whether a request comes from this machine, not through a proxy, and from no page but this server's own. */
export const isSameOrigin = (request: IncomingMessage): boolean => {
  const { origin, host, forwarded, 'x-forwarded-for': proxied, 'sec-fetch-site': site = 'none' } = request.headers
  if (!isFromHere(request) || forwarded !== undefined || proxied !== undefined) return false
  return (origin === undefined || origin === `http://${host}`) && ['same-origin', 'none'].includes(String(site))
}

/** Lets pages of this machine call; answers a preflight. True when the request is done. */
export const allowOrigin = (request: IncomingMessage, response: ServerResponse): boolean => {
  const { origin } = request.headers
  if (origin !== undefined && isLoopbackOrigin(origin)) {
    response.setHeader('access-control-allow-origin', origin)
    response.setHeader('vary', 'origin')
    response.setHeader('access-control-allow-methods', 'GET, HEAD, POST, PUT, DELETE, OPTIONS')
    response.setHeader('access-control-allow-headers', request.headers['access-control-request-headers'] ?? '*')
    response.setHeader('access-control-max-age', '600')
  }
  if (request.method !== 'OPTIONS') return false
  response.statusCode = 204
  response.end()
  return true
}
