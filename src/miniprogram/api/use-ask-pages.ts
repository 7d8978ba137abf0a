import { useInfiniteQuery } from '@tanstack/react-query'
import type { Refusal } from '#contract/index'
import type { Outcome, Refused } from '#domain/outcome'
import { nameOf } from './client'
import { useActingOrg } from './session'
import { useAskAgain } from './use-ask-again'
import { useVisible } from './use-visible'
import { ASKING, type AskOptions, valueOrRefusal } from './use-ask'

type Slice<R> = { rows: R[]; next?: string | undefined }

export type Rows<R> = {
  /** All rows that have come so far; undefined before the first answer. */
  rows: R[] | undefined
  /** The same under the name that AsyncView reads. */
  value: R[] | undefined
  refusal: Refused<Refusal> | undefined
  loading: boolean
  refreshing: boolean
  at: Date | undefined
  /** There are further rows. */
  more: boolean
  loadingMore: boolean
  loadMore: () => void
  retry: () => Promise<unknown>
}

/** A long list, one slice after the other: each slice names the cursor of the next. */
export function useAskPages<I extends object, R>(
  ask: (input: I & { cursor?: string }) => Promise<Outcome<Slice<R>, Refusal>>,
  input: Omit<I, 'cursor'> & I,
  { enabled = true, every = false }: AskOptions = {},
): Rows<R> {
  const org = useActingOrg()
  const visible = useVisible()
  const query = useInfiniteQuery<
    Slice<R>,
    Refused<Refusal>,
    { pages: Slice<R>[] },
    readonly unknown[],
    string | undefined
  >({
    ...ASKING,
    queryKey: [nameOf(ask), 'pages', input, org],
    queryFn: ({ pageParam }) => valueOrRefusal(ask(pageParam ? { ...input, cursor: pageParam } : input)),
    initialPageParam: undefined,
    getNextPageParam: ({ next }) => next,
    enabled,
    refetchInterval: visible && every,
  })
  useAskAgain(query, enabled)
  const rows = query.data?.pages.flatMap((slice) => slice.rows)
  return {
    rows,
    value: rows,
    refusal: query.error ?? undefined,
    loading: enabled && query.isPending,
    refreshing: query.isRefetching && !query.isFetchingNextPage,
    at: query.dataUpdatedAt ? new Date(query.dataUpdatedAt) : undefined,
    more: query.hasNextPage,
    loadingMore: query.isFetchingNextPage,
    loadMore: () => {
      if (query.hasNextPage && !query.isFetchingNextPage) void query.fetchNextPage()
    },
    retry: () => query.refetch(),
  }
}
