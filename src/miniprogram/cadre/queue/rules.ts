import type { QueueRow } from '#contract/review'

/** Why a row cannot be approved with one tap; nothing for one that can. */
export type Obstacle = 'OWN_APPLICATION' | 'NEEDS_OFFLINE' | 'NOT_YET_VERIFIED'

type Judged = Pick<QueueRow, 'own' | 'realName'>

export const obstacleOf = ({ own, realName }: Judged): Obstacle | undefined => {
  if (own) return 'OWN_APPLICATION'
  if (realName === 'passed' || realName === 'offlinePassed') return undefined
  return realName === 'failed' ? 'NEEDS_OFFLINE' : 'NOT_YET_VERIFIED'
}

/** Anything but one's own can be chosen: what cannot be approved can still be returned. */
export const mayChoose = ({ own }: Pick<QueueRow, 'own'>): boolean => !own

export const canApprove = (row: Judged): boolean => obstacleOf(row) === undefined
