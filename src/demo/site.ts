import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'

/** Puts the built page and what it has to know about this cloud's data into one folder. */
export function publish({ built, guide, site }: { built: string; guide: string; site: string }): void {
  rmSync(site, { recursive: true, force: true })
  cpSync(built, site, { recursive: true })
  cpSync(guide, join(site, 'guide.json'))
}
