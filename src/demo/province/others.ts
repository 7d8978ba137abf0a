import type { PostTitle } from '#domain/post'
import type { Stage } from './life'
import type { OrgSeed, OrgTree } from './orgs'
import type { Wanted } from './people'
import type { Sequence } from './random'

type Crowd = {
  tree: OrgTree
  random: Sequence
  name: () => string
  titled: (org: OrgSeed, key: string, titles: PostTitle[], operator: boolean) => string
  add: (wanted: Wanted) => void
  /** How many people are still to be made. */
  left: () => number
}

/** Those who wait, in turn; about one in twelve fails the real-name check for good. */
const WAITING: readonly { stage: Stage; from: number; to: number }[] = [
  { stage: 'passed', from: 1, to: 23 },
  { stage: 'failedOnce', from: 2, to: 9 },
  { stage: 'passed', from: 24, to: 47 },
  { stage: 'passed', from: 1, to: 20 },
  { stage: 'passed', from: 2, to: 30 },
  { stage: 'failed', from: 20, to: 46 },
]

/** Fills the branches without a persona's story: most have checked in, some wait, a few were returned or withdrew. */
export function othersOf({ tree, random, name, titled, add, left }: Crowd): void {
  const branches = tree.branches.filter((branch) => branch !== tree.main)
  let waited = 0
  branches.forEach((branch, place) => {
    const secretary = `secretary ${branch._id}`
    const hasOther = branch === tree.offlineAtOnce || branch === tree.withoutOperator
    const leader = titled(branch, secretary, ['secretary'], !hasOther)

    const size = Math.floor(left() / (branches.length - place))
    const waiting = hasOther ? 6 : random.between(0, 5)
    for (let index = 0; index < size; index += 1) {
      if (index === 0) {
        add({ key: secretary, name: leader, branch, stage: 'approved', submitted: random.between(300, 700) })
        continue
      }
      const key = `${branch._id} ${index}`
      if (index <= waiting) {
        const turn = WAITING[(waited += 1) % WAITING.length] ?? { stage: 'passed' as const, from: 1, to: 20 }
        add({ key, name: name(), branch, stage: turn.stage, submitted: random.between(turn.from, turn.to) })
        continue
      }
      const stage: Stage = index === waiting + 1 ? (place % 2 ? 'returned' : 'withdrawn') : 'approved'
      add({
        key,
        name: name(),
        branch,
        stage,
        submitted: random.between(60, 700),
        hoursToDecision: random.between(1, 40),
      })
    }
  })
}
