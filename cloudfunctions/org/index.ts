import { org } from '#contract/org'
import { serve } from '../_platform/serve'
import { openWorld } from '../_platform/world'
import { handlers } from './handlers'

export const main = serve('org', org, handlers, () => openWorld())
