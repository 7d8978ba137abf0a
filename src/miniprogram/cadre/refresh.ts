import { queries } from '../lib/queries'

const ofReview = (key: unknown) => typeof key === 'string' && key.startsWith('review.')

/** After a decision nothing that was asked about the review is true any more. */
export const reviewChanged = () =>
  void queries.invalidateQueries({ predicate: ({ queryKey }) => ofReview(queryKey[0]) })
