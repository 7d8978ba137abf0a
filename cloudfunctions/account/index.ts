import { account } from '#contract/account'
import { smsSender } from '../_platform/providers/sms'
import { serve } from '../_platform/serve'
import { openWorld } from '../_platform/world'
import { handlers } from './handlers'

export const main = serve('account', account, handlers, () => openWorld({ sms: smsSender }))
