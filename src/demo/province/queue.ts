import type { Wanted } from './people'

type Waiting = Pick<Wanted, 'name' | 'stage' | 'submitted' | 'values'> & { key: string; tail: string }

const MINUTES = 1 / 60

/** The queue of the pictures: eight people, the longest waiting first. */
export const QUEUE: readonly Waiting[] = [
  { key: 'failed', name: '何一舟', tail: '0076', stage: 'failed', submitted: 48.2 },
  { key: 'queue2', name: '许知夏', tail: '0028', stage: 'passed', submitted: 31.2 },
  {
    key: 'queue3',
    name: '阿依夏木·示例江',
    tail: '0061',
    stage: 'passed',
    submitted: 26.2,
    values: { ethnicity: '05' },
  },
  { key: 'queue4', name: '马骁', tail: '003X', stage: 'passed', submitted: 9.1 },
  { key: 'queue5', name: '欧阳若溪', tail: '0094', stage: 'passed', submitted: 5.1 },
  { key: 'waiting', name: '周予安', tail: '0012', stage: 'checking', submitted: 16 * MINUTES },
  { key: 'queue7', name: '苏木', tail: '0045', stage: 'passed', submitted: 12 * MINUTES },
  { key: 'queue8', name: '郑可', tail: '0053', stage: 'passed', submitted: 8 * MINUTES },
]

/** On the list of names but not come yet; 何一洲 is 何一舟 with a slip of the pen. */
export const EXPECTED = ['何一洲', '林溪', '江晚舟', '陆知白', '温以宁', '顾南乔', '宋言之'] as const
/** Came without being on the list. */
export const UNEXPECTED = ['何一舟', '欧阳若溪']
