import { addMonths, dayOf } from '#domain/calendar'
import { namer } from '../province/names'
import { sequence } from '../province/random'
import { sampleIdNumber } from '../sample-id'

/** What the sandbox answers, by digits 15 and 16 of the number. */
export const OUTCOMES = [
  { kind: undefined, label: '一次通过' },
  { kind: '90', label: '两次都不通过' },
  { kind: '96', label: '第一次不一致，复核时通过' },
  { kind: '91', label: '第一次查无此号，复核时通过' },
  { kind: '93', label: '服务繁忙，约 1 分钟后通过' },
  { kind: '92', label: '服务异常，约 6 分钟后通过' },
  { kind: '94', label: '服务太慢，一直等不到结果' },
  { kind: '95', label: '服务回答看不懂，一直没有结果' },
] as const
export type OutcomeKind = (typeof OUTCOMES)[number]['kind']

export type Freshman = {
  name: string
  idNumber: string
  phone: string
  joinedMonth: string
  joinedUnit: string
  memberNumber: string
  unit: string
}

const AGE = 18
const JOINED_AT = 15 * 12 + 2

/** Makes one freshman after the other: first those whom the branch expects, then others. */
export function freshmen(expected: readonly string[], seed: number, now: Date) {
  const random = sequence(seed)
  const names = [...expected]
  const another = namer(random, expected)
  const digits = (count: number) => String(random.between(0, 10 ** count - 1)).padStart(count, '0')
  const idNumber = (birthDate: string, kind: OutcomeKind) =>
    sampleIdNumber(birthDate, (kind ?? String(random.between(10, 89))) + digits(1))
  const birthDate = () =>
    `${Number(dayOf(now).slice(0, 4)) - AGE}-${String(random.between(1, 12)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`

  return {
    next(kind: OutcomeKind): Freshman {
      const born = birthDate()
      const joinedMonth = addMonths(born.slice(0, 7), JOINED_AT)
      return {
        name: names.shift() ?? another(),
        idNumber: idNumber(born, kind),
        phone: `138001${digits(5)}`,
        joinedMonth,
        joinedUnit: '南岭示例中学',
        memberNumber: `${joinedMonth.slice(0, 4)}9${digits(7)}`,
        unit: '南岭示例大学',
      }
    },
    /** The same person with a number that the sandbox answers otherwise. */
    withOutcome: (freshman: Freshman, kind: OutcomeKind): Freshman => {
      const { idNumber: old } = freshman
      const born = `${old.slice(6, 10)}-${old.slice(10, 12)}-${old.slice(12, 14)}`
      return { ...freshman, idNumber: idNumber(born, kind) }
    },
  }
}
