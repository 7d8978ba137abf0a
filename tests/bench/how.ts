/**
 * `full` measures everything at full size; `quick` leaves out what takes minutes; `counts` leaves out times as well and
 * is what every verification runs.
 */
export type How = { effort: 'full' | 'quick' | 'counts'; tell(line: string): void }

/** What was asked for: `npm run bench -- P10 P12 --quick` runs the rows that begin so. */
export function readArguments(args: readonly string[]): { effort: How['effort']; prefixes: readonly string[] } {
  const unknown = args.find((each) => each.startsWith('-') && !['--quick', '--counts'].includes(each))
  if (unknown) throw new Error(`unknown option ${unknown}: there are --quick and --counts`)
  const effort = args.includes('--counts') ? 'counts' : args.includes('--quick') ? 'quick' : 'full'
  return { effort, prefixes: args.filter((each) => !each.startsWith('-')) }
}
