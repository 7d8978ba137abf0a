import type { ReactNode } from 'react'
import type { Refusal } from '#contract/index'
import type { Refused } from '#domain/outcome'
import { sentenceOf } from '../messages'
import { AsyncView } from '../ui/async-view'

export type AnswerViewProps<T> = {
  /** What useAsk or useAskPages gave. */
  of: { value: T | undefined; refusal: Refused<Refusal> | undefined; retry: () => Promise<unknown> }
  skeleton?: ReactNode
  isEmpty?: (value: T) => boolean
  empty?: ReactNode
  /** Instead of the error: a refusal that the page has more to say about. */
  refused?: (refusal: Refused<Refusal>) => ReactNode
  children: (value: T) => ReactNode
}

const TITLES: Partial<Record<Refusal, string>> = {
  OFFLINE: '没有网络',
  SIGNED_OUT: '要先登录',
  NOT_ALLOWED: '还看不了',
}

/** AsyncView with the sentences of our refusals: a page hands over its question and draws the value. */
export function AnswerView<T>({ of, refused, ...view }: AnswerViewProps<T>) {
  const { value, refusal, retry } = of
  const own = value === undefined && refusal && refused?.(refusal)
  if (own) return <>{own}</>
  const explain = () =>
    refusal ? { title: TITLES[refusal.code] ?? '没能打开', note: sentenceOf(refusal) } : { title: '没能打开' }
  return <AsyncView of={{ data: value, error: refusal, refetch: retry }} explain={explain} {...view} />
}
