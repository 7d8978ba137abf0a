import { mkdirSync, writeFileSync } from 'node:fs'
import { readArguments, type How } from './how'
import { PROVIDERS, type Provider } from './providers'
import { failed, type Row } from './row'

type Judged = Row & { of: Provider['of'] }

/** Asks one provider; what it throws becomes a row. */
async function rowsOf({ rows, of, measure }: Provider, how: How): Promise<Judged[]> {
  const since = Date.now()
  try {
    const measured = await measure(how)
    return measured.map((row) => ({ ...row, of }))
  } catch (thrown) {
    // a table that lacks a line says so as a count does, whatever the line was about
    return [{ ...failed(rows.join(' '), thrown), of: 'counts' }]
  } finally {
    how.tell(`  · ${rows.join(' ')}: ${((Date.now() - since) / 1000).toFixed(1)} s`)
  }
}

const numberOf = ({ id }: Row) => Number(/\d+/.exec(id)?.[0] ?? Infinity)

const print = (rows: readonly Judged[]) =>
  console.table(
    rows.map(({ id, metric, goal, measured, met }) => ({
      row: id,
      metric,
      goal,
      measured,
      verdict: met ? 'met' : 'MISSED',
    })),
  )

/** Counts and sizes are the same on every machine and must be met; times are shown, and judged by people. */
async function main() {
  const { effort, prefixes } = readArguments(process.argv.slice(2))
  const isWanted = (id: string) => prefixes.length === 0 || prefixes.some((prefix) => id.startsWith(prefix))
  const how: How = { effort, tell: (line) => console.log(line) }

  const rows: Judged[] = []
  for (const provider of PROVIDERS) {
    if (effort === 'counts' && provider.of !== 'counts') continue
    if (provider.rows.some(isWanted)) rows.push(...(await rowsOf(provider, how)))
  }
  const chosen = rows.filter(({ id }) => id.split(' ').some(isWanted)).sort((a, b) => numberOf(a) - numberOf(b))

  print(chosen)
  mkdirSync('.cache', { recursive: true })
  writeFileSync('.cache/bench.json', JSON.stringify(chosen, null, 2))
  // servers of a provider that failed may still be up
  process.exit(chosen.some(({ met, of }) => !met && of !== 'times') ? 1 : 0)
}

void main()
