import { useReachBottom } from '@tarojs/taro'

/** The next slice when the end of the page is reached; a button does the same. */
export function useReachEnd(list: { loadMore: () => void }) {
  useReachBottom(list.loadMore)
}
