import type { QueueRow } from '#contract/review'
import { pointInTime } from '../../lib/time-text'
import type { IconName } from '../../ui/icon'
import type { Tone } from '../../ui/notice'
import { OBSTACLES, REAL_NAME_TAGS } from '../messages'
import { obstacleOf } from './rules'
import { waitingSince } from './waiting'

type Mark = { kind: Tone; icon: IconName; text: string }

const ROSTER_MARKS: Partial<Record<QueueRow['roster'], Mark>> = {
  near: { kind: 'warn', icon: 'warn', text: '名单差一个字' },
  absent: { kind: 'fail', icon: 'warn', text: '名单里没有' },
}

/** Everything that a row says, so that the row itself only draws. */
export const rowWords = (row: QueueRow, now: Date) => {
  const obstacle = row.decidedAt ? undefined : obstacleOf(row)
  const roster = ROSTER_MARKS[row.roster]
  const identity = `证件尾号 ${row.idTail}${row.roster === 'listed' ? '，名单内' : ''}`
  return {
    realName: REAL_NAME_TAGS[row.realName],
    obstacle,
    roster,
    note: obstacle ? OBSTACLES[obstacle] : roster ? '' : identity,
    when: row.decidedAt
      ? { text: pointInTime(new Date(row.decidedAt), now), late: false }
      : waitingSince(row.submittedAt, now),
  }
}
