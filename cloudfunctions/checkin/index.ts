import { checkin } from '#contract/checkin'
import { serve } from '../_platform/serve'
import { openWorld } from '../_platform/world'
import { handlers } from './handlers'

export const main = serve('checkin', checkin, handlers, () => openWorld())
