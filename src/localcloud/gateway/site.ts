import { createReadStream, statSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { mimeOf } from './mime'

const isFile = (file: string) => statSync(file, { throwIfNoEntry: false })?.isFile() === true

/** The file inside the folder that a path of the site means; undefined when there is none or it leads outside. */
const fileFor = (folder: string, rest: string, fallback: boolean): string | undefined => {
  const root = path.resolve(folder)
  const wanted = path.resolve(root, `.${rest}`)
  if (wanted !== root && !wanted.startsWith(root + path.sep)) return undefined
  if (rest.includes('\u0000')) return undefined
  if (isFile(wanted)) return wanted
  const index = path.join(wanted, 'index.html')
  if (rest.endsWith('/') && isFile(index)) return index
  const home = path.join(root, 'index.html')
  return fallback && path.extname(rest) === '' && isFile(home) ? home : undefined
}

const send = async (file: string, request: IncomingMessage, response: ServerResponse): Promise<void> => {
  response.setHeader('content-type', mimeOf(file))
  response.setHeader('content-length', statSync(file).size)
  response.setHeader('cache-control', 'no-cache')
  if (request.method === 'HEAD') response.end()
  else await pipeline(createReadStream(file), response)
}

/** Serves a static file of one of the sites; false when none has it. The longest prefix wins. */
export const serveSite = async (
  sites: Record<string, string>,
  url: URL,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<boolean> => {
  if (request.method !== 'GET' && request.method !== 'HEAD') return false
  let pathname: string
  try {
    pathname = decodeURIComponent(url.pathname)
  } catch {
    return false
  }
  const prefixes = Object.keys(sites).sort((a, b) => b.length - a.length)
  for (const prefix of prefixes) {
    const base = prefix.replace(/\/+$/, '')
    if (base !== '' && pathname === base) {
      response.writeHead(302, { location: `${base}/${url.search}` }).end()
      return true
    }
    if (!pathname.startsWith(`${base}/`)) continue
    const file = fileFor(sites[prefix] ?? '', pathname.slice(base.length), base === '')
    if (!file) continue
    await send(file, request, response)
    return true
  }
  return false
}
