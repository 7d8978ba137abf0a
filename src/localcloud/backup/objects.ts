import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'

/** An object is written beside its place and renamed: this is its name once it is whole. */
const WHOLE = /^[0-9a-f]{64}$/

const namesIn = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])

const printOf = (file: string): string | undefined => {
  const found = statSync(file, { bigint: true, throwIfNoEntry: false })
  return found && `${found.ino}-${found.size}-${found.mtimeNs}`
}

/** Every stored object: its path below the folder and what tells it from another of the same name. */
export const listObjects = (folder: string): Map<string, string> => {
  const objects = new Map<string, string>()
  for (const group of namesIn(folder))
    for (const name of namesIn(path.join(folder, group)).filter((each) => WHOLE.test(each))) {
      const print = printOf(path.join(folder, group, name))
      if (print) objects.set(`${group}/${name}`, print)
    }
  return objects
}

export const sameObjects = (left: Map<string, string>, right: Map<string, string>): boolean =>
  left.size === right.size && [...left].every(([name, print]) => right.get(name) === print)

const hold = (from: string, to: string): void => {
  mkdirSync(path.dirname(to), { recursive: true })
  rmSync(to, { force: true })
  try {
    linkSync(from, to)
  } catch {
    // No hard links here, or the object has just gone: in the second case this fails too, and the lists differ.
    if (existsSync(from)) copyFileSync(from, to)
  }
}

/** Brings `held` to the objects of a folder by hard links, which outlive a removal; answers what is held. */
export const holdObjects = (folder: string, held: string, before: Map<string, string>): Map<string, string> => {
  const objects = listObjects(folder)
  for (const name of before.keys()) if (!objects.has(name)) rmSync(path.join(held, name), { force: true })
  for (const [name, print] of objects)
    if (before.get(name) !== print) hold(path.join(folder, name), path.join(held, name))
  return objects
}
