/** What one database call cost, in the manner of `explain`. `scan`: nothing narrowed the reading down. */
export type Meter = { plan: string; keysExamined: number; docsExamined: number; returned: number; scan: boolean }

/** `covering`: the index alone held everything that was asked. */
export type ReadPlan = { label: string; scan: boolean; sorts: boolean; covering: boolean }

const indexIn = (detail: string): string[] => {
  if (/sqlite_autoindex/.test(detail)) return ['_id']
  return [...detail.matchAll(/USING (?:COVERING )?INDEX [imu]:[^:]+:([^ :]+)/g)].map((found) => `index ${found[1]}`)
}

/** Reads SQLite's plan: which index serves, whether everything is read, whether rows are sorted afterwards. */
export const readPlan = (details: string[]): ReadPlan => {
  const names = [...new Set(details.flatMap(indexIn))]
  return {
    label: names.length > 0 ? names.join(' + ') : 'scan',
    scan: names.length === 0 || details.some((detail) => detail.startsWith('SCAN ')),
    covering: details.some((detail) => detail.includes('USING COVERING INDEX')),
    sorts: details.some((detail) => detail.includes('TEMP B-TREE')),
  }
}

/** The plans of several reads are told once each. */
export const addMeters = (a: Meter, b: Meter): Meter => ({
  plan: a.plan.split(', ').includes(b.plan) ? a.plan : `${a.plan}, ${b.plan}`,
  keysExamined: a.keysExamined + b.keysExamined,
  docsExamined: a.docsExamined + b.docsExamined,
  returned: a.returned,
  scan: a.scan || b.scan,
})
