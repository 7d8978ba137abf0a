import { CloudError } from '../fault'
import type { Meter } from './meter'

/** What becomes of a query that reads a large collection without an index. */
export type ScanPolicy = 'report' | 'refuse'

export const SCAN_ALLOWED = 1000

export const isLargeScan = (meter: Meter) => meter.scan && meter.docsExamined > SCAN_ALLOWED

/** A query that is quick on ten documents and blocks the cloud on a million fails here at a thousand. */
export const allowed = (policy: ScanPolicy, collection: string, meter: Meter): Meter => {
  if (policy === 'refuse' && isLargeScan(meter))
    throw new CloudError(
      'DATABASE_REQUEST_FAILED',
      `${meter.docsExamined} documents of ${collection} were read without an index: more than ${SCAN_ALLOWED} are refused here`,
    )
  return meter
}
