import Taro, { usePullDownRefresh } from '@tarojs/taro'

/** Asks again on pull; the page's config says `enablePullDownRefresh: true`. */
export function usePullToRefresh(...questions: readonly { retry: () => Promise<unknown> }[]) {
  usePullDownRefresh(() => {
    const asked = questions.map(({ retry }) => retry())
    void Promise.all(asked).finally(() => Taro.stopPullDownRefresh())
  })
}
