import type { ReactNode } from 'react'
import { useDelayed } from '../lib/delayed'
import { ErrorState, type ErrorStateProps } from './error-state'
import { Skeleton } from './skeleton'

/** The part of a react-query answer that a view needs. */
export type Answer<T> = { data: T | undefined; error: unknown; refetch: () => unknown }

export type AsyncViewProps<T> = {
  of: Answer<T>
  /** In the shape of what comes. */
  skeleton?: ReactNode
  /** Drawn instead of the value when this says that there is nothing in it. */
  isEmpty?: (value: T) => boolean
  empty?: ReactNode
  /** Words for an error; without it, a general sentence. */
  explain?: (error: unknown) => Pick<ErrorStateProps, 'title' | 'note' | 'code'>
  children: (value: T) => ReactNode
}

const SKELETON_AFTER = 300

const generally = () => ({ title: '没能打开', note: '网络或服务器出了点问题，资料都还在。' })

/** Bones after 300 ms, then the value, the emptiness or the error with another try. An old value stays while a newer one is asked. */
export function AsyncView<T>({ of, skeleton, isEmpty, empty, explain = generally, children }: AsyncViewProps<T>) {
  const waiting = of.data === undefined && !of.error
  const slow = useDelayed(waiting, SKELETON_AFTER)
  if (of.data !== undefined) return <>{isEmpty?.(of.data) ? empty : children(of.data)}</>
  if (of.error) return <ErrorState {...explain(of.error)} onRetry={() => void of.refetch()} />
  return <>{slow ? (skeleton ?? <Skeleton />) : null}</>
}
