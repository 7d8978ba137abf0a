import { CloudError } from '../fault'
import type { Services } from '../services'
import { optionalText, type Fields } from './fields'

/** Which call has which transactions open, by the token that the SDK sends along with everything it says. */
export class OpenTransactions {
  private readonly callers = new Map<string, string>()

  opened(id: string, token: string | undefined): void {
    if (token) this.callers.set(id, token)
  }

  ended(id: string): void {
    this.callers.delete(id)
  }

  of(token: string | undefined): boolean {
    return token !== undefined && [...this.callers.values()].includes(token)
  }

  /** A call that has returned cannot go on with what it left open. */
  callEnded(token: string): void {
    for (const [id, owner] of this.callers) if (owner === token) this.callers.delete(id)
  }
}

const fromWithin = ({ openTransactions }: Services, fields: Fields): boolean =>
  fields.queryType !== 'DOC' &&
  !optionalText(fields, 'transactionId') &&
  openTransactions.of(optionalText(fields, 'wxCloudApiToken'))

/** The SDK sends `tx.collection().where().update()` without its transaction; the cloud then writes for good. */
export const refuseEscape = (services: Services, fields: Fields): void => {
  if (fromWithin(services, fields))
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `a where() write to ${String(fields.collectionName)} would escape the open transaction: the SDK sends it without one; write by doc()`,
    )
}

/** A count or an aggregation reads beside the snapshot, which may be meant. */
export const reportEscape = (services: Services, fields: Fields): void => {
  if (fromWithin(services, fields))
    services.calls.noteOnce(
      `a count or an aggregation of ${String(fields.collectionName)} was made while its call had a transaction open: it does not see that transaction`,
    )
}
