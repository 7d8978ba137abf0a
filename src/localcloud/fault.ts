/** A refusal in the cloud's own vocabulary: the SDK turns `code` into its errCode. */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message)
    this.name = 'CloudError'
  }
}

export const invalid = (message: string) => new CloudError('INVALID_PARAM', message)

/** What an unknown thrown value says; errors of another realm (jest, workers) are no `instanceof Error`. */
export const messageOf = (thrown: unknown): string => {
  if (typeof thrown === 'object' && thrown !== null && 'message' in thrown) return String(thrown.message)
  return String(thrown)
}

export const codeOf = (thrown: unknown): string | undefined => {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return undefined
  return typeof thrown.code === 'string' ? thrown.code : undefined
}
