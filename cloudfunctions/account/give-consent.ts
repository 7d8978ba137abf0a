import type { account } from '#contract/account'
import { accept, refuse } from '#domain/outcome'
import type { Handler } from '../_platform/serve'
import { iso } from '../_platform/views'
import { asSelf } from './author'
import { consentTo, isToday, missingConsents, withConsent } from './consent'

export const giveConsent: Handler<typeof account.giveConsent> = async ({ input, account, world, now, cause }) => {
  if (!account) return refuse('SIGNED_OUT')
  if (!isToday(input)) return refuse('CONSENT_OUTDATED')

  return world.db.accounts.change(
    account._id,
    cause,
    (stored) => {
      const before = stored ?? account
      const content = withConsent(before, input, now)
      return accept({
        content,
        answer: { ...input, at: iso(consentTo(content, input)?.at ?? now) },
        audit: {
          author: asSelf(before),
          action: 'account.giveConsent',
          before: { missing: missingConsents(before) },
          after: { kind: input.kind, version: input.version },
        },
      })
    },
    { document: account },
  )
}
