/** An error of the Tencent Cloud API 3.0. */
export class ApiError extends Error {
  constructor(
    readonly apiCode: string,
    message: string,
  ) {
    super(message)
    this.name = 'ApiError'
  }
}
