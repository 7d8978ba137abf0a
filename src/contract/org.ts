import { COSTLY } from '#domain/limits'
import { procedure } from './procedure'
import { Instant, Nothing, Token } from './shapes'
import * as z from './zod'

export const CodeView = z.strictObject({
  code: Token,
  branchName: z.string(),
  expiresAt: Instant,
  /** The WeChat code as a PNG data URI; absent while WeChat does not answer, the code can be typed all the same. */
  image: z.optional(z.string()),
})
export type CodeView = z.output<typeof CodeView>

export const org = {
  /** The branch's check-in code; made when there is none. */
  code: procedure({
    kind: 'write',
    allowed: 'branchCode',
    input: Nothing,
    output: CodeView,
    refusals: ['NOT_FOUND'],
    perDay: COSTLY.drawCode,
  }),
  /** Revokes the present code and makes a new one. */
  renewCode: procedure({
    kind: 'write',
    allowed: 'branchCode',
    input: Nothing,
    output: CodeView,
    refusals: ['NOT_FOUND'],
    perDay: COSTLY.drawCode,
  }),
}
