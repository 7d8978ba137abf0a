import { notice } from '#contract/notice'
import { serve } from '../_platform/serve'
import { openWorld } from '../_platform/world'
import { handlers } from './handlers'

export const main = serve('notice', notice, handlers, () => openWorld())
