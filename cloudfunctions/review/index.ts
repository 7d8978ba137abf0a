import { review } from '#contract/review'
import { serve } from '../_platform/serve'
import { openWorld } from '../_platform/world'
import { handlers } from './handlers'

export const main = serve('review', review, handlers, () => openWorld())
