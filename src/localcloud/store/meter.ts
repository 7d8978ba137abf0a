/** What one database call cost, in the manner of `explain`. */
export type Meter = { plan: string; keysExamined: number; docsExamined: number; returned: number; scan: boolean }

export type ReadPlan = { label: string; scan: boolean; sorts: boolean; byId: boolean }

/** Reads SQLite's plan: which index serves, whether the whole table is read, whether rows are sorted afterwards. */
export const readPlan = (details: string[], sides: boolean): ReadPlan => {
  const names = details.flatMap((detail) => [...detail.matchAll(/USING (?:COVERING )?INDEX ([imu]):[^:]+:([^ :]+)/g)].map((found) => found[2] ?? ''))
  const byId = details.some((detail) => /sqlite_autoindex|\(id=\?\)/.test(detail))
  const searched = details.some((detail) => detail.startsWith('SEARCH') && !(sides && /\browid=\?/.test(detail)))
  const scan = details.some((detail) => detail.startsWith('SCAN') && !/USING (COVERING )?INDEX/.test(detail)) && !searched
  const label = scan ? 'scan' : names.length > 0 ? `index ${[...new Set(names)].join('+')}` : byId ? '_id' : 'scan'
  return { label, scan: label === 'scan', sorts: details.some((detail) => detail.includes('TEMP B-TREE')), byId }
}
