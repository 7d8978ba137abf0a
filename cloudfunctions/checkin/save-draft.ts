import type { checkin } from '#contract/checkin'
import { accept, refuse } from '#domain/outcome'
import { iso } from '../_platform/views'
import type { Handler } from '../_platform/serve'

/** Kept with the account, since there may be no person yet. The schema has no ID number to keep. */
export const saveDraft: Handler<typeof checkin.saveDraft> = async ({ input, account, world, now }) => {
  if (!account) return refuse('SIGNED_OUT')
  const draft = {
    step: input.step,
    values: input.values,
    savedAt: now,
    ...(input.branch ? { branch: input.branch } : {}),
  }
  const saved = await world.db.accounts.amend(account._id, ({ outbox }) => ({ content: { draft }, outbox }))
  return saved ? accept({ savedAt: iso(now) }) : refuse('BUSY')
}
