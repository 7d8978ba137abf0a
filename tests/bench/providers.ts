import { messageBytesRows } from './bytes'
import { bundleRows } from './bundles'
import { coldStartRows } from './cold-start'
import { durableWriteRows } from './durable-writes'
import { examinedRows } from './examined'
import { fieldCryptoRows } from './field-crypto'
import type { How } from './how'
import { listCostRows } from './list-costs'
import { listTimeRows } from './list-times'
import { packageRows } from './packages'
import { passwordParameterRows, passwordTimeRows } from './password'
import { photoRows } from './photo'
import { roundTripRows } from './round-trips'
import type { Row } from './row'
import { throughputRows } from './throughput'
import { weappRows } from './weapp-audit'

/**
 * What fills rows of the table. Counts and sizes must be met; times depend on the machine. Pages are counted where the
 * built mini-program runs, by tests of their own: who wants counts alone need not open every page again.
 */
export type Provider = {
  rows: readonly string[]
  of: 'counts' | 'times' | 'pages'
  measure(how: How): Row[] | Promise<Row[]>
}

/** A new figure is one line here, and one in docs/figures.md. */
export const PROVIDERS: readonly Provider[] = [
  { rows: ['P1', 'P2', 'P3', 'P4'], of: 'counts', measure: roundTripRows },
  { rows: ['P7', 'P28'], of: 'counts', measure: listCostRows },
  { rows: ['P10'], of: 'counts', measure: examinedRows },
  { rows: ['P11'], of: 'times', measure: listTimeRows },
  { rows: ['P12'], of: 'counts', measure: messageBytesRows },
  { rows: ['P13'], of: 'counts', measure: photoRows },
  { rows: ['P14'], of: 'counts', measure: packageRows },
  { rows: ['P16'], of: 'times', measure: coldStartRows },
  { rows: ['P17'], of: 'counts', measure: bundleRows },
  { rows: ['P18', 'P19', 'audit'], of: 'pages', measure: weappRows },
  { rows: ['P21'], of: 'times', measure: durableWriteRows },
  { rows: ['P22'], of: 'times', measure: throughputRows },
  { rows: ['P26'], of: 'counts', measure: passwordParameterRows },
  { rows: ['P26'], of: 'times', measure: passwordTimeRows },
  { rows: ['P27'], of: 'times', measure: fieldCryptoRows },
]
