import { readFileSync } from 'node:fs'
import { atMost, type Row } from './row'

const KB = 1024

type Choosing = { mounted: number; paints: { wrapper: boolean; bytes: number }[] }

/** P19: what choosing one of the fifty people of a queue sends to the screen. The audit leaves the figures behind. */
export function choosingRows(): Row[] {
  const [seen] = JSON.parse(readFileSync('.cache/weapp-paint.json', 'utf8')) as Choosing[] // the audit wrote it
  if (!seen)
    return [{ id: 'P19', metric: 'choose one of 50 rows', goal: 'measured', measured: 'not at all', met: false }]
  const { mounted, paints } = seen
  const bytes = (of: Choosing['paints']) => of.reduce((sum, one) => sum + one.bytes, 0)
  const rows = paints.filter(({ wrapper }) => wrapper)
  return [
    atMost('P19', 'choose one of 50 rows: setData', paints.length, 1, '', ` (${rows.length} from a custom wrapper)`),
    atMost('P19', 'choose one of 50 rows: bytes', bytes(paints) / KB, 1, ' KB', ` (the row ${bytes(rows)} B)`),
    atMost('P19', 'rows mounted', mounted, 50),
  ]
}
