import type { org } from '#contract/org'
import { accept, refuse } from '#domain/outcome'
import type { Handler } from '../_platform/serve'
import {
  codesOf,
  codeView,
  isValid,
  makeBranchCode,
  operatedBranch,
  type BranchCode,
  type CodeCall,
} from './branch-code'

/** Only a revocation ever writes to a code: if another write came first, the code is revoked. */
function revoke({ world, now }: CodeCall, code: BranchCode): Promise<boolean> {
  const revoked = { ...code, revokedAt: now }
  return world.db.tickets.replace(code, revoked)
}

/**
 * The new code is there before the old ones go: a renewal that breaks off leaves one too many, never none, and its
 * retry ends it. A late retry leaves a code alone that is newer than its own.
 */
export const renewCode: Handler<typeof org.renewCode> = async (call) => {
  const branch = operatedBranch(call)
  if (!branch) return refuse('NOT_FOUND')
  const { command } = call.cause
  const codes = await codesOf(call.world, branch._id)
  const made = await makeBranchCode(call, branch._id, `by ${command?.id} ${command?.hash}`)
  const old = codes.filter(
    (each) => isValid(each, call.now) && each._id !== made._id && each.createdAt <= made.createdAt,
  )
  await Promise.all(old.map((each) => revoke(call, each)))
  return accept(await codeView(branch, made))
}
