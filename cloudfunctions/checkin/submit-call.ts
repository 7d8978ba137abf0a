import type { checkin } from '#contract/checkin'
import type { StoredAccount } from '../_platform/db/stored'
import type { Call } from '../_platform/serve'

export type Submit = typeof checkin.submit
/** A submission by somebody who is known to be logged in. */
export type SubmitCall = Call<Submit> & { account: StoredAccount }
