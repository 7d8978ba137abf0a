import { client } from '../api/client'
import { type AskOptions, useAsk } from '../api/use-ask'

/** My check-in, with its values and its history. */
export const useMine = (options?: AskOptions) => useAsk(client.checkin.mine, {}, options)
