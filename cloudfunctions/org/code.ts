import type { org } from '#contract/org'
import { accept, refuse } from '#domain/outcome'
import type { Handler } from '../_platform/serve'
import { codesOf, codeView, isValid, makeBranchCode, operatedBranch } from './branch-code'

/** Two who ask at once follow on the same code, so they get the same new one. */
export const code: Handler<typeof org.code> = async (call) => {
  const branch = operatedBranch(call)
  if (!branch) return refuse('NOT_FOUND')
  const codes = await codesOf(call.world, branch._id)
  const valid = codes.find((each) => isValid(each, call.now))
  const made = valid ?? (await makeBranchCode(call, branch._id, `after ${codes[0]?._id ?? 'none'}`))
  return accept(await codeView(branch, made))
}
