import { useQuery } from '@tanstack/react-query'
import type { Refusal } from '#contract/index'
import type { Outcome, Refused } from '#domain/outcome'
import { nameOf } from './client'
import { useActingOrg } from './session'
import { useAskAgain } from './use-ask-again'
import { useVisible } from './use-visible'

export type Question<T> = {
  value: T | undefined
  refusal: Refused<Refusal> | undefined
  /** Nothing to show yet. */
  loading: boolean
  /** Asked again while the last answer is on the page. */
  refreshing: boolean
  /** When the answer came. */
  at: Date | undefined
  retry: () => Promise<unknown>
}

export type AskOptions = {
  /** False: not yet, something is missing. */
  enabled?: boolean
  /** Asks again every so many milliseconds while the page is on the screen. */
  every?: number | false
  /** The answer is the same in whichever organisation a cadre works. */
  ofPerson?: boolean
}

const WORTH_ANOTHER_TRY = ['OFFLINE', 'INTERNAL', 'BUSY']
export const tryAgain = (tries: number, { code }: Refused<Refusal>) => tries < 1 && WORTH_ANOTHER_TRY.includes(code)

/** react-query knows values and faults: a refusal travels as a rejection and comes out as a value again. */
export const valueOrRefusal = async <T>(answer: Promise<Outcome<T, Refusal>>): Promise<T> => {
  const outcome = await answer
  return outcome.ok ? outcome.value : Promise.reject(outcome)
}

// Offline is an answer of the transport, not a reason to wait in silence.
export const ASKING = { networkMode: 'always', refetchOnReconnect: true, retry: tryAgain } as const

/** One answer, kept and refreshed: at once, when the page is shown again, and on pull. */
export function useAsk<I, T>(
  ask: (input: I) => Promise<Outcome<T, Refusal>>,
  input: I,
  { enabled = true, every = false, ofPerson = false }: AskOptions = {},
): Question<T> {
  const org = useActingOrg()
  const visible = useVisible()
  const query = useQuery<T, Refused<Refusal>>({
    ...ASKING,
    queryKey: [nameOf(ask), input, ofPerson ? undefined : org],
    queryFn: () => valueOrRefusal(ask(input)),
    enabled,
    refetchInterval: visible && every,
  })
  useAskAgain(query, enabled)
  return {
    value: query.data,
    refusal: query.error ?? undefined,
    loading: enabled && query.isPending,
    refreshing: query.isRefetching,
    at: query.dataUpdatedAt ? new Date(query.dataUpdatedAt) : undefined,
    retry: () => query.refetch(),
  }
}
