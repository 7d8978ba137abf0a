import { accept, refuse, type Outcome } from '#domain/outcome'
import { type CodeRefusal, isOpenBranch, judgeCode, operatorsOf } from '../_platform/branch'
import type { StoredOrg, StoredPost } from '../_platform/db/stored'
import type { SubmitCall } from './submit-call'

export type ChosenBranch = { org: StoredOrg; operators: readonly StoredPost[] }

/** The branch that the code names, or the one of the last submission. Ticket, organisation and operators are read side by side. */
export async function chosenBranch({
  input,
  self,
  world,
  now,
}: SubmitCall): Promise<Outcome<ChosenBranch, CodeRefusal>> {
  const id = input.branch?.id ?? self?.checkIn.branchId
  if (!id) return refuse('CODE_UNKNOWN')
  const [ticket, org, operators] = await Promise.all([
    input.branch ? world.db.tickets.find(input.branch.code) : undefined,
    world.db.orgs.find(id),
    operatorsOf(world.db, id),
  ])
  if (input.branch) {
    const judged = judgeCode(ticket, now)
    if (!judged.ok) return judged
    if (judged.value !== id) return refuse('CODE_UNKNOWN')
  }
  return isOpenBranch(org) ? accept({ org, operators }) : refuse('CODE_REVOKED')
}
