import { posix } from 'node:path'

export type Query = Record<string, string>
export type Address = { route: string; query: Query }

/** A page's url as WeChat reads it: absolute, or relative to the page that is on top. */
export function addressOf(url: string, from: string | undefined): Address {
  const [path = '', search = ''] = url.split('?')
  const pairs = search
    .split('&')
    .filter(Boolean)
    .map((pair) => pair.split('=').map(decodeURIComponent))
  const query = Object.fromEntries(pairs.map(([name = '', value = '']) => [name, value]))
  const route = path.startsWith('/') ? path.slice(1) : posix.join(posix.dirname(from ?? ''), path)
  return { route, query }
}
