import type { checkin } from '#contract/checkin'
import { accept, refuse } from '#domain/outcome'
import { branchView, isOpenBranch, judgeCode } from '../_platform/branch'
import type { Handler } from '../_platform/serve'

export const openCode: Handler<typeof checkin.openCode> = async ({ input, world, now }) => {
  const judged = judgeCode(await world.db.tickets.find(input.code), now)
  if (!judged.ok) return judged

  const org = await world.db.orgs.find(judged.value)
  return isOpenBranch(org) ? accept(await branchView(world.db, org)) : refuse('CODE_REVOKED')
}
