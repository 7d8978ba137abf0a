import type { Outcome } from '#domain/outcome'

/** Random enough to be unique for one account: ids are compared, never guessed, so no cryptography is needed. */
export const newCommandId = () => {
  const random = () => Math.random().toString(36).slice(2, 12).padEnd(10, '0')
  return `${Date.now().toString(36)}-${random()}${random()}`
}

// Nobody knows whether the server did it: the same command again is the only safe answer.
const UNKNOWN = ['OFFLINE', 'INTERNAL']

/** Names the commands of one button: a try whose outcome is unknown is repeated under the same name. */
export const createCommand = (newId: () => string = newCommandId) => {
  let open: { id: string; input: string } | undefined
  return {
    idFor(input: unknown): string {
      const text = JSON.stringify(input)
      if (open?.input !== text) open = { id: newId(), input: text }
      return open.id
    },
    answered(answer: Outcome<unknown>) {
      if (answer.ok || !UNKNOWN.includes(answer.code)) open = undefined
    },
  }
}
