import { useDidShow } from '@tarojs/taro'
import type { Refusal } from '#contract/index'
import type { Refused } from '#domain/outcome'

type Query = { isStale: boolean; error: Refused<Refusal> | null; refetch: () => Promise<unknown> }

/** Asks again when the page is shown again. Not after SIGNED_OUT: whoever comes back from the login page unmoved is left in peace. */
export function useAskAgain(query: Query, enabled: boolean) {
  useDidShow(() => {
    if (!enabled || query.error?.code === 'SIGNED_OUT') return
    if (query.isStale || query.error) void query.refetch()
  })
}
