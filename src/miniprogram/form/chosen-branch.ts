import { type BranchChoice, BranchChoice as Shape } from '#contract/checkin'
import * as z from '#contract/zod'
import { stored } from '../lib/storage'

const Chosen = z.strictObject({ ...Shape.shape, name: z.string() })
export type ChosenBranch = z.output<typeof Chosen>

/** The branch whose code was opened last and confirmed; kept until the form is handed in. */
export const chosenBranch = stored<ChosenBranch>('branch', (value) => {
  const read = Chosen.safeParse(value)
  return read.success ? read.data : undefined
})

export const choiceOf = ({ id, code }: ChosenBranch): BranchChoice => ({ id, code })
