import { client } from '../../api/client'
import { useAsk } from '../../api/use-ask'
import type { Cadre } from '../shell/gate'

/** How much waits in the organisation, for those who may review there. */
export const useOverview = (cadre: Cadre | undefined) =>
  useAsk(client.review.overview, {}, { enabled: Boolean(cadre?.post.operator) })
