import type { ReviewDetail } from '#contract/review'
import { REAL_NAME_STATUS_LABELS } from '#domain/real-name'
import { pointInTime } from '../../lib/time-text'
import { Card } from '../../ui/card'
import { Timeline, type TimelineEntry } from '../../ui/timeline'
import { HISTORY_TITLES } from '../messages'

type Entry = ReviewDetail['history'][number]

const RETURNS: readonly Entry['move'][] = ['sendBack', 'returnChange']
const LABELS: Partial<Record<string, string>> = REAL_NAME_STATUS_LABELS

const whoText = ({ author }: Entry) => {
  if (author.kind === 'system') return '系统'
  return author.kind === 'self' ? '本人' : [author.name, author.title].filter(Boolean).join('，')
}

const entryOf = (entry: Entry, index: number, now: Date): TimelineEntry => {
  const returned = RETURNS.includes(entry.move)
  const note = entry.note && (LABELS[entry.note] ?? entry.note)
  return {
    key: `${entry.at}-${index}`,
    state: returned ? 'returned' : 'done',
    title: HISTORY_TITLES[entry.move],
    aside: pointInTime(new Date(entry.at), now),
    lines: [whoText(entry), ...(note && !returned ? [note] : [])],
    ...(returned && { quote: note }),
  }
}

/** What has happened so far, oldest first. */
export function HistoryCard({ of }: { of: ReviewDetail }) {
  if (of.history.length === 0) return null
  const now = new Date()
  return (
    <Card title='经过'>
      <Timeline id='history' entries={of.history.map((entry, index) => entryOf(entry, index, now))} />
    </Card>
  )
}
