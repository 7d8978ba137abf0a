import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { messageOf } from '../fault'
import { Sql } from '../store/sql'
import { contentsOf } from './content-hash'
import { copyDurably, printOf } from './durable-copy'
import { MANIFEST, readManifest, type Manifest } from './manifest'

const filesBelow = (folder: string, below = ''): string[] =>
  readdirSync(path.join(folder, below), { withFileTypes: true }).flatMap((entry) => {
    const name = below ? `${below}/${entry.name}` : entry.name
    return entry.isDirectory() ? filesBelow(folder, name) : [name]
  })

/** Every file of a backup is there, whole, and named by its manifest. */
const check = (folder: string, { files }: Manifest): void => {
  const found = new Set(filesBelow(folder))
  found.delete(MANIFEST)
  for (const [name, print] of Object.entries(files)) {
    if (!found.delete(name)) throw new Error(`${name} is missing`)
    const { bytes, sha256 } = printOf(path.join(folder, name))
    if (bytes !== print.bytes) throw new Error(`${name} is damaged: it has ${bytes} bytes instead of ${print.bytes}`)
    if (sha256 !== print.sha256) throw new Error(`${name} is damaged: its checksum is wrong`)
  }
  const [stranger] = found
  if (stranger !== undefined) throw new Error(`${stranger} does not belong to it`)
}

const prove = (file: string, { collections }: Manifest): void => {
  const sql = new Sql(file)
  try {
    if (JSON.stringify(contentsOf(sql)) !== JSON.stringify(collections))
      throw new Error('data.db does not hold the documents that the manifest tells of')
  } finally {
    sql.close()
  }
}

/** Makes a data folder of a backup; the folder is whole or not there at all. */
export const restore = (folder: string, dir: string): Manifest => {
  const fresh = `${path.resolve(dir)}.restoring-${randomUUID()}`
  try {
    if (!existsSync(folder)) throw new Error('there is no such folder')
    if (existsSync(dir) && readdirSync(dir).length > 0) throw new Error(`the target ${dir} is not empty`)
    const manifest = readManifest(folder)
    check(folder, manifest)
    mkdirSync(fresh, { recursive: true })
    for (const name of Object.keys(manifest.files)) copyDurably(path.join(folder, name), path.join(fresh, name))
    check(fresh, manifest)
    prove(path.join(fresh, 'data.db'), manifest)
    if (existsSync(dir)) rmdirSync(dir)
    renameSync(fresh, dir)
    return manifest
  } catch (thrown) {
    rmSync(fresh, { recursive: true, force: true })
    throw new Error(`The backup ${folder} was not restored: ${messageOf(thrown)}.`)
  }
}
