import { SUBMISSIONS_PER_DAY } from '#domain/limits'
import type { HistoryEntry } from '#domain/person'
import { waitToSubmit } from '#domain/submission-pace'
import { hoursAfter, NOW, self } from './builders'

const submitted = (hours: number): HistoryEntry => ({ at: hoursAfter(NOW, -hours), move: 'submit', author: self })
const submissions = (count: number) => Array.from({ length: count }, (_, index) => submitted(count - index))

test('ten submissions in 24 hours are enough: the next one waits until the first is a day old', () => {
  expect(waitToSubmit(submissions(SUBMISSIONS_PER_DAY - 1), NOW)).toBe(0)
  expect(waitToSubmit(submissions(SUBMISSIONS_PER_DAY), NOW)).toBe((24 - SUBMISSIONS_PER_DAY) * 3600)
})

test('what is older than a day, and what is no submission, does not count', () => {
  const old = Array.from({ length: 20 }, () => submitted(24))
  const withdrawn = submissions(20).map((entry): HistoryEntry => ({ ...entry, move: 'withdraw' }))
  expect(waitToSubmit([...old, ...withdrawn, submitted(1)], NOW)).toBe(0)
  expect(waitToSubmit([], NOW)).toBe(0)
})
