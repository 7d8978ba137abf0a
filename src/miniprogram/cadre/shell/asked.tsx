import type { ReactNode } from 'react'
import type { Refusal } from '#contract/index'
import type { Refused } from '#domain/outcome'
import { sentenceOf } from '../../messages'
import { ErrorState } from '../../ui/error-state'
import { Skeleton } from '../../ui/skeleton'
import { useDelayed } from '../../lib/delayed'

type Question<T> = { value: T | undefined; refusal: Refused<Refusal> | undefined; retry: () => unknown }

export type AskedProps<T> = { of: Question<T>; skeleton?: ReactNode; children: (value: T) => ReactNode }

const SKELETON_AFTER = 300

/** What was asked: bones when it takes long, a sentence and another try when it was refused, else the value. */
export function Asked<T>({ of: { value, refusal, retry }, skeleton, children }: AskedProps<T>) {
  const slow = useDelayed(value === undefined && !refusal, SKELETON_AFTER)
  if (value !== undefined) return <>{children(value)}</>
  if (refusal) {
    return <ErrorState id='error' title={sentenceOf(refusal)} code={refusal.code} onRetry={() => void retry()} />
  }
  return <>{slow ? (skeleton ?? <Skeleton />) : null}</>
}
