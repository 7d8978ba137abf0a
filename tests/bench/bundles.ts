import { readdirSync, statSync } from 'node:fs'
import { atMost, type Row } from './row'

const DIST = 'dist/cloudfunctions'
const MB = 1024 * 1024

/** P17: what is uploaded for each function, the SDK included. */
export const bundleRows = (): Row[] =>
  readdirSync(DIST).map((name) =>
    atMost('P17', `bundle of ${name}`, statSync(`${DIST}/${name}/index.js`).size / MB, 1.6, ' MB'),
  )
