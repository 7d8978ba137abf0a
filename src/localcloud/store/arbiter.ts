import { Aggregator, Query } from 'mingo'
import { CloudError, codeOf, messageOf } from '../fault'
import type { Order } from './translate'
import type { Doc } from './values'

/** mingo decides what SQL cannot say; what it refuses is the caller's mistake, told in the cloud's code. */
const arbitrated = <T>(work: () => T): T => {
  try {
    return work()
  } catch (thrown) {
    if (codeOf(thrown)) throw thrown
    throw new CloudError('DATABASE_REQUEST_FAILED', messageOf(thrown))
  }
}

export const tester = (filter: Doc): ((doc: Doc) => boolean) => {
  const query = arbitrated(() => new Query(filter))
  return (doc) => arbitrated(() => query.test(doc))
}

export const sorted = (docs: Doc[], order: Order | undefined): Doc[] =>
  order ? arbitrated(() => new Query({}).find<Doc>(docs).sort(order).all()) : docs

export const projected = (docs: Doc[], projection: Doc): Doc[] =>
  // mingo's projection type cannot be told from a wire value; a wrong one throws.
  arbitrated(() => new Query({}).find<Doc>(docs, projection as Record<string, 0 | 1>).all())

export const aggregated = (docs: Doc[], stages: Doc[], foreign: (collection: string) => Doc[]): Doc[] =>
  arbitrated(() => new Aggregator(stages, { collectionResolver: foreign }).run<Doc>(docs))
