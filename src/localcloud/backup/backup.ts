import { randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { messageOf } from '../fault'
import { copyDurably, printOf, settle } from './durable-copy'
import { writeManifest, type Manifest } from './manifest'
import { holdObjects, listObjects, sameObjects } from './objects'
import { Snapshot } from './snapshot'

const ATTEMPTS = 500

/** Takes database and objects at one moment: that at which no object changed around the database's snapshot. */
const pinTogether = (snapshot: Snapshot, objects: string, held: string): Map<string, string> => {
  let list = new Map<string, string>()
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    list = holdObjects(objects, held, list)
    if (!sameObjects(list, listObjects(objects))) continue
    snapshot.pin()
    if (sameObjects(list, listObjects(objects))) return list
    snapshot.release()
  }
  throw new Error('the stored objects change too often to be taken at one moment')
}

const take = (dir: string, folder: string, held: string): Manifest => {
  const target = path.join(folder, 'data.db')
  const snapshot = new Snapshot(path.join(dir, 'data.db'), target)
  try {
    const objects = pinTogether(snapshot, path.join(dir, 'files'), held)
    const at = new Date().toISOString()
    const collections = snapshot.copy()
    settle(target)
    const files: Manifest['files'] = { 'data.db': printOf(target) }
    for (const name of [...objects.keys()].sort()) {
      const copy = path.join(folder, 'files', name)
      copyDurably(path.join(held, name), copy)
      files[`files/${name}`] = printOf(copy)
    }
    return { at, collections, files }
  } finally {
    snapshot.close()
  }
}

/** Copies a data folder to an empty one, as it is at one moment, while others go on writing to it. */
export const backup = (dir: string, folder: string): Manifest => {
  const held = path.join(dir, `.backup-${randomUUID()}`)
  const wasThere = existsSync(folder)
  try {
    if (!existsSync(path.join(dir, 'data.db'))) throw new Error(`there is no data.db in ${dir}`)
    if (wasThere && readdirSync(folder).length > 0) throw new Error('the folder is not empty')
    mkdirSync(folder, { recursive: true })
  } catch (thrown) {
    throw new Error(`No backup was made in ${folder}: ${messageOf(thrown)}.`)
  }
  try {
    const manifest = take(dir, folder, held)
    writeManifest(folder, manifest)
    return manifest
  } catch (thrown) {
    for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, force: true })
    if (!wasThere) rmSync(folder, { recursive: true, force: true })
    throw new Error(`No backup was made in ${folder}: ${messageOf(thrown)}.`)
  } finally {
    rmSync(held, { recursive: true, force: true })
  }
}
