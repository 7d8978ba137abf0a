import { QueryClient } from '@tanstack/react-query'

/** One cache of answers for the whole program: fresh for ten seconds, kept for half an hour. */
export const queries = new QueryClient({
  defaultOptions: {
    queries: { retry: 1, staleTime: 10_000, gcTime: 30 * 60_000, refetchOnWindowFocus: true },
    // A command is repeated only by its user, with the same command id.
    mutations: { retry: false },
  },
})
