import { CloudError } from '../fault'
import type { Caller } from '../functions/caller'
import type { Invocation } from '../invocations'
import type { Services } from '../services'
import { queryShape, sortShape } from './query-shape'
import type { CallView, OperationsView } from './views'

const SHOWN = 200
const OPENID = 10

const callerWords = ({ timer, openid }: Caller): string => {
  if (timer) return '定时器'
  if (!openid) return '网页'
  return `微信 ${openid.length > OPENID ? `${openid.slice(0, OPENID)}…` : openid}`
}

const total = <T>(list: T[], of: (each: T) => number) => list.reduce((sum, each) => sum + of(each), 0)

const view = (call: Invocation): CallView => {
  const { id, functionName, at, caller, ms, operations, dropped, resultBytes, fault } = call
  return {
    id,
    functionName,
    at,
    by: callerWords(caller),
    fromFunction: caller.source?.split(',').includes('scf') === true,
    timer: caller.timer === true,
    ms,
    operations: operations.length + dropped,
    docsExamined: total(operations, ({ docsExamined = 0 }) => docsExamined),
    scans: total(operations, ({ plan }) => (plan === 'scan' ? 1 : 0)),
    resultBytes,
    fault,
  }
}

/** The last calls, newest first; of one function, and without those of triggers unless they are wanted. */
export const calls = ({ invocations }: Services, query: URLSearchParams): CallView[] => {
  const name = query.get('function')
  const timers = query.get('timers') === 'yes'
  return invocations
    .list()
    .filter(({ functionName, caller }) => (!name || functionName === name) && (timers || !caller.timer))
    .slice(0, SHOWN)
    .map(view)
}

/** What one call asked of the database, without the values that it asked with. */
export const operations = ({ invocations }: Services, query: URLSearchParams): OperationsView => {
  const call = invocations.find(query.get('id') ?? '')
  if (!call) throw new CloudError('NOT_FOUND', 'this call is not kept any more')
  return {
    dropped: call.dropped,
    operations: call.operations.map(({ query: asked, order, action, ...rest }) => ({
      action: action.replace(/^database\./, ''),
      shape: queryShape(asked),
      sort: sortShape(order),
      collection: rest.collection,
      ms: rest.ms,
      plan: rest.plan,
      keysExamined: rest.keysExamined,
      docsExamined: rest.docsExamined,
      returned: rest.returned,
      fault: rest.fault,
    })),
  }
}
