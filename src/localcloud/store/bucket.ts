import { CloudError } from '../fault'
import type { Doc } from './values'

/** `$bucket` as a group and a sort: mingo puts a value that equals a boundary into the bucket below. */
export const bucket = ({ groupBy, boundaries, default: other, output }: Doc): Doc[] => {
  if (!Array.isArray(boundaries) || boundaries.length < 2)
    throw new CloudError('DATABASE_REQUEST_FAILED', '$bucket needs two boundaries or more')
  const from: unknown[] = boundaries.slice(0, -1)
  const branches = from.map((least, i) => ({
    case: { $and: [{ $gte: [groupBy, { $literal: least }] }, { $lt: [groupBy, { $literal: boundaries[i + 1] }] }] },
    then: { $literal: least },
  }))
  const _id = { $switch: other === undefined ? { branches } : { branches, default: { $literal: other } } }
  const fields = typeof output === 'object' && output !== null ? output : { count: { $sum: 1 } }
  return [{ $group: { _id, ...fields } }, { $sort: { _id: 1 } }]
}
