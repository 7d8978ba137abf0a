import { useRouter } from '@tarojs/taro'
import { client } from '../../api/client'
import { useAsk } from '../../api/use-ask'
import type { Cadre } from '../shell/gate'

/** The person that the page's address names, as far as this cadre may see. */
export function useDetail(cadre: Cadre | undefined) {
  const { person = '' } = useRouter().params
  return useAsk(client.review.detail, { person }, { enabled: Boolean(cadre?.post.operator) })
}

/** For the gate of a page that shows one person. */
export const useDetailFirst = (cadre: Cadre | undefined) => [useDetail(cadre)]
