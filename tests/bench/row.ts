/** One line of the table: what was measured, what it should be, and whether it is. */
export type Row = { id: string; metric: string; goal: string; measured: string; met: boolean }

/** The value at a share of the sorted values, e.g. 0.99. */
export const percentile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? NaN

export const median = (values: readonly number[]): number => percentile(values, 0.5)

/** As many digits as a reader can use. */
export const shown = (value: number): string =>
  (value >= 1000 ? Math.round(value) : Number(value.toPrecision(3))).toLocaleString('en')

const bounded =
  (sign: '≤' | '≥') =>
  (id: string, metric: string, value: number, bound: number, unit = '', more = '') => ({
    id,
    metric,
    goal: `${sign} ${bound.toLocaleString('en')}${unit}`,
    measured: `${shown(value)}${unit}${more}`,
    met: sign === '≤' ? value <= bound : value >= bound,
  })

/** A figure with an upper bound. */
export const atMost: (...of: Parameters<ReturnType<typeof bounded>>) => Row = bounded('≤')
/** A figure with a lower bound. */
export const atLeast: (...of: Parameters<ReturnType<typeof bounded>>) => Row = bounded('≥')

/** A row that could not be measured: a failure is a line of the table, not the end of it. */
export const failed = (id: string, thrown: unknown): Row => ({
  id,
  metric: 'could not be measured',
  goal: 'a figure',
  measured: thrown instanceof Error ? thrown.message : String(thrown),
  met: false,
})
