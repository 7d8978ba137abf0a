import { GOAL } from './limits'
import { RULES } from './rules'
import type { Visit } from './visit'

export type Scored = {
  route: string
  state: string
  score: number
  /** What is wrong, by rule. */
  missed: Record<string, readonly string[]>
  setData: { calls: number; bytes: number }
  shape: Visit['shape']
  requests: readonly string[]
  slowestAnswer: number
  longestRun: number
  contentAfter: number
}

const isSkeleton = ({ data }: Visit['paints'][number]) => JSON.stringify(data).includes('"bones"')

/** The first paint; bones are drawn only while an answer takes more than 300 ms, and so are none of it. */
export const firstPaint = ({ paints }: Visit) => {
  const own = paints.filter((paint) => !isSkeleton(paint))
  return { calls: own.length, bytes: own.reduce((sum, { bytes }) => sum + bytes, 0) }
}

/** One page by the rules: the weight of those it passes, of a hundred for those that are seen. */
export function scoreOf(visit: Visit): Scored {
  const seen = RULES.flatMap((rule) => (rule.judge ? [{ ...rule, found: rule.judge(visit) }] : []))
  const weights = (of: typeof seen) => of.reduce((sum, { weight }) => sum + weight, 0)
  const missed = seen.filter(({ found }) => found.length > 0)
  return {
    route: visit.route,
    state: visit.state,
    score: Math.round((1 - weights(missed) / weights(seen)) * 1000) / 10,
    missed: Object.fromEntries(missed.map(({ id, found }) => [id, found])),
    setData: firstPaint(visit),
    shape: visit.shape,
    requests: visit.asked.map(({ name }) => name),
    slowestAnswer: Math.round(Math.max(0, ...visit.asked.map(({ start, end }) => end - start))),
    longestRun: Math.round(visit.longestRun),
    contentAfter: Math.round(visit.contentAfter),
  }
}

export const isQuickToPaint = ({ setData }: Scored) =>
  setData.calls <= GOAL.firstPaints && setData.bytes <= GOAL.firstPaintBytes
