import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { cloud } from '../../../config/cloud'
import { readKeyring } from '../../../cloudfunctions/_platform/crypto/keyring'
import { newKeys } from '../../../src/demo/environment'
import { Engine } from '../../../src/localcloud/store/engine'
import { anAccountOf, deskOf, looksOf, noticesOf, postAt } from './others'
import { peopleMaker } from './people'
import { BRANCH_KINDS, treeFor, type Branch, type BranchKind, type Tree } from './tree'

const CACHE = '.cache/bench'
const BATCH = 5000
const DESKS = 40
const FULL_DESK = 41

/** Organisations whose lists fill a page: read in turn, so that no page is always the warm one. */
export type Desks = Record<BranchKind, readonly string[]> & { schools: readonly string[]; province: string }
export type ProvinceStore = { people: number; dir: string; desks: Desks }

const sourcesUnder = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? sourcesUnder(join(folder, entry.name)) : [join(folder, entry.name)]))
    .sort()

/** What a store is made of: the makers of its documents, and how they lie on the disk. Its indexes follow the description by themselves. */
function fingerprint(): string {
  const store = ['codec', 'collection', 'collection-index', 'expression', 'open', 'side-table', 'values']
  const hash = createHash('sha256')
  for (const file of [
    ...sourcesUnder('tests/bench/province'),
    ...sourcesUnder('src/demo/province'),
    ...sourcesUnder('src/domain'),
    ...store.map((name) => `src/localcloud/store/${name}.ts`),
  ])
    hash.update(readFileSync(file))
  return hash.digest('hex').slice(0, 12)
}

const folderOf = (people: number) => join(CACHE, `province-${people}-${fingerprint()}`)
const isWhole = (dir: string) => existsSync(join(dir, 'desks.json'))
export const isBuilt = (people: number) => isWhole(folderOf(people))

/** Evenly chosen over the whole tree. */
const some = <T>(list: readonly T[]): T[] => {
  const step = Math.max(1, Math.floor(list.length / DESKS))
  return list.filter((_, at) => at % step === 0).slice(0, DESKS)
}

function desksOf({
  branches,
  province,
}: Tree): Record<BranchKind | 'schools', readonly Branch[]> & { province: string } {
  const full = (kind: BranchKind) =>
    some(branches.filter((each) => each.kind === kind && each.size >= FULL_DESK && each.reviewOrg === each.org))
  const kinds = Object.fromEntries(BRANCH_KINDS.map((kind) => [kind, full(kind)])) as Record<BranchKind, Branch[]> // one entry for each kind
  const schools = [...new Map(branches.map((each) => [each.school._id, each])).values()]
  return { ...kinds, schools: some(schools), province: province._id }
}

type Written = { engine: Engine; tell(line: string): void }

function writeAll<T>({ engine }: Written, collection: string, items: Iterable<T>): void {
  let batch: T[] = []
  const write = () =>
    engine.atomically(() =>
      batch.forEach((item) => engine.write(collection, null, { ...item, rev: 1, v: 1 }, undefined)),
    )
  for (const item of items) {
    batch.push(item)
    if (batch.length < BATCH) continue
    write()
    batch = []
  }
  write()
}

/** Places in an order that puts no two people of a branch beside each other, as time does. */
function* shuffled(count: number): Generator<number> {
  // a prime that divides no count used here walks through all places
  const STEP = 7_368_787
  for (let turn = 0; turn < count; turn += 1) yield (turn * STEP) % count
}

function* peopleOf({ branches, province }: Tree, tell: Written['tell']) {
  const make = peopleMaker(readKeyring(newKeys()), branches[0]?.org ?? province)
  const homes = branches.flatMap((branch) => Array.from({ length: branch.size }, () => branch))
  let made = 0
  for (const place of shuffled(homes.length)) {
    const home = homes[place]
    if (home) yield make(place, home)
    if ((made += 1) % 100_000 === 0) tell(`    … ${made.toLocaleString('en')} people`)
  }
}

function* each<T>(count: number, of: (place: number) => readonly T[]): Generator<T> {
  for (let place = 0; place < count; place += 1) yield* of(place)
}

/** Documents first, indexes afterwards: sorting once is faster than finding a place a million times. */
function fill(dir: string, people: number, tell: Written['tell']): Desks {
  const tree = treeFor(people)
  const bare = Object.fromEntries(Object.keys(cloud.collections).map((name) => [name, { indexes: [] }]))
  const engine = new Engine(dir, { collections: bare }, false)
  const written = { engine, tell }
  writeAll(written, 'people', peopleOf(tree, tell))
  writeAll(written, 'notices', each(people, noticesOf))
  writeAll(written, 'audit', each(people, looksOf))
  writeAll(written, 'orgs', tree.orgs)
  const { province, ...desks } = desksOf(tree)
  const branches = BRANCH_KINDS.flatMap((kind) => desks[kind])
  writeAll(
    written,
    'accounts',
    branches.map(({ org }) => anAccountOf(deskOf(org))),
  )
  writeAll(
    written,
    'posts',
    branches.map(({ org }) => postAt(org)),
  )
  engine.close()
  tell('    … indexes')
  const indexed = new Engine(dir, cloud, false)
  // closing leaves the log as it is, and a log of gigabytes is more than a start reads
  indexed.sql.value('PRAGMA wal_checkpoint(TRUNCATE)')
  indexed.close()

  const ids = (of: readonly Branch[]) => of.map(({ org }) => org._id)
  return {
    freshmen: ids(desks.freshmen),
    settled: ids(desks.settled),
    changing: ids(desks.changing),
    schools: desks.schools.map(({ school }) => school._id),
    province,
  }
}

/** A store with a synthetic province, built once for each state of what it is made of. */
export function provinceStore(people: number, tell: (line: string) => void): ProvinceStore {
  const dir = folderOf(people)
  if (!isWhole(dir)) {
    mkdirSync(CACHE, { recursive: true })
    // stores of older sources serve nobody any more
    for (const name of readdirSync(CACHE))
      if (name.startsWith(`province-${people}-`)) rmSync(join(CACHE, name), { recursive: true, force: true })
    const since = Date.now()
    tell(`  · building a province of ${people.toLocaleString('en')} people, once`)
    const unfinished = `${dir}.unfinished`
    const desks = fill(unfinished, people, tell)
    writeFileSync(join(unfinished, 'desks.json'), JSON.stringify(desks))
    renameSync(unfinished, dir)
    tell(`  · built in ${Math.round((Date.now() - since) / 1000)} s`)
  }
  const desks = JSON.parse(readFileSync(join(dir, 'desks.json'), 'utf8')) as Desks // our own file
  return { people, dir, desks }
}
