import { addDays } from '#domain/calendar'
import { sampleIdNumber } from '../sample-id'
import type { Sequence } from './random'

/** Hands out ID numbers, phones and member numbers, none of them twice. */
export function numbers(random: Sequence, today: string) {
  const used = new Set<string>()
  const firstDay = (age: number) => `${Number(today.slice(0, 4)) - age}-01-01`
  let phones = 0
  let members = 0

  const claim = (number: string) => {
    if (used.has(number)) return false
    used.add(number)
    return true
  }

  return {
    /** A number of somebody of this age; `kind` are digits 15 and 16, which choose the sandbox's answer. */
    idNumber(age: number, kind = String(random.between(10, 89))): string {
      for (;;) {
        const number = sampleIdNumber(addDays(firstDay(age), random.between(0, 300)), `${kind}${random.between(0, 9)}`)
        if (claim(number)) return number
      }
    },
    /** A number that ends in these four characters. */
    idNumberEnding(age: number, tail: string): string {
      for (let day = 20; ; day += 1) {
        const number = sampleIdNumber(addDays(firstDay(age), day), tail.slice(0, 3))
        if (number.endsWith(tail) && claim(number)) return number
      }
    },
    phone: () => `138000${String((phones += 1)).padStart(5, '0')}`,
    memberNumber: (joinedMonth: string) => joinedMonth.slice(0, 4) + String((members += 1)).padStart(8, '0'),
  }
}
export type Numbers = ReturnType<typeof numbers>
