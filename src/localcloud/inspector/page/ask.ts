/** Something that the cloud refused; the code is its own. */
export class Refused extends Error {
  constructor(readonly code: string) {
    super(code)
  }
}

const read = async (answer: Response): Promise<unknown> => {
  const body = (await answer.json()) as { code?: string }
  if (!answer.ok) throw new Refused(body.code ?? String(answer.status))
  return body
}

/** What the cloud says; the types of the answers stand in views.ts, and both sides are built together. */
export const look = async <T>(name: string, query: Record<string, string> = {}): Promise<T> =>
  (await read(await fetch(`/inspector/${name}.json?${new URLSearchParams(query).toString()}`))) as T

export const act = async <T>(name: string, body: unknown): Promise<T> =>
  (await read(await fetch(`/inspector/${name}.json`, { method: 'POST', body: JSON.stringify(body) }))) as T
