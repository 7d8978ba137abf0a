/** One line of the table: what was measured, what it should be, and whether it is. */
export type Row = { id: string; metric: string; goal: string; measured: string; met: boolean }

export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN

/** A figure with an upper bound. */
export const atMost = (id: string, metric: string, value: number, bound: number, unit = '', more = ''): Row => ({
  id,
  metric,
  goal: `≤ ${bound}${unit}`,
  measured: `${Number(value.toFixed(2))}${unit}${more}`,
  met: value <= bound,
})
