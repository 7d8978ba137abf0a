import type { Procedure } from '#contract/procedure'
import type { Call } from '../_platform/serve'

/** A request by which somebody enters, whatever the proof they bring. */
export type Entering = Omit<Call<Procedure>, 'input'>
