import { PageContainer } from '@tarojs/components'

/** While it is shown, WeChat's back calls `onBack` instead of leaving the page: an empty page container takes it. */
export function BackGuard({ onBack }: { onBack: () => void }) {
  if (process.env.TARO_ENV !== 'weapp') return null
  return <PageContainer show overlay={false} duration={0} customStyle='height: 0' onBeforeLeave={onBack} />
}
