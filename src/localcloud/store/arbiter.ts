import { Aggregator } from 'mingo/aggregator'
import { Query } from 'mingo/query'
import { update } from 'mingo/updater'
import { CloudError, codeOf, messageOf } from '../fault'
import { semantics } from './semantics/context'
import { sortDocs } from './semantics/sort'
import type { Order } from './translate'
import type { Doc } from './values'

const options = { context: semantics }

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
  const query = arbitrated(() => new Query(filter, options))
  return (doc) => arbitrated(() => query.test(doc))
}

export const sorted = (docs: Doc[], order: Order | undefined): Doc[] => (order ? sortDocs(docs, order) : docs)

export const projected = (docs: Doc[], projection: Doc): Doc[] =>
  // mingo's projection type cannot be told from a wire value; a wrong one throws.
  arbitrated(() => new Query({}, options).find<Doc>(docs, projection as Record<string, 0 | 1>).all())

/** `variables`: what a surrounding lookup has bound by its `let`. */
export const aggregated = (docs: Doc[], stages: Doc[], variables: Doc = {}): Doc[] =>
  arbitrated(() => new Aggregator(stages, { ...options, variables }).run<Doc>(docs))

/** Changes the document in place. */
export const applyUpdate = (doc: Doc, data: Doc, filter: Doc): void => {
  arbitrated(() => update(doc, data, [], filter, { cloneMode: 'deep', queryOptions: options }))
}
