import { cloud as description } from '../../config/cloud'

export type RawDocument = { _id: string } & Record<string, unknown>
/** Everything that is stored, by collection, as it lies in the database. */
export type Stored = Record<string, RawDocument[]>

const MOST_ROWS = 1000
const raw = async (name: string) =>
  // the SDK is loaded after the stage has set the environment
  (await import('../../cloudfunctions/_platform/cloud')).rawCollection(name)

async function readCollection(name: string): Promise<RawDocument[]> {
  const { data } = await (await raw(name)).where({}).orderBy('_id', 'asc').limit(MOST_ROWS).get()
  if (data.length === MOST_ROWS) throw new Error(`${name} is too large to be compared whole`)
  return data as RawDocument[] // every document has an _id
}

/** Reads the storage past every rule and upgrade of the product: whole, or some collections of it. */
export async function readStored(names: readonly string[] = Object.keys(description.collections)): Promise<Stored> {
  const documents = await Promise.all(names.map(readCollection))
  return Object.fromEntries(names.map((name, place) => [name, documents[place] ?? []]))
}

const text = (document: RawDocument | undefined) => JSON.stringify(document)

/** Puts the storage back to what it was, whole or some collections of it: only what differs is touched. */
export async function restoreStored(wanted: Stored, names: readonly string[] = Object.keys(wanted)): Promise<void> {
  const present = await readStored(names)
  const changes = names.flatMap((name) => {
    const documents = wanted[name] ?? []
    const [before, after] = [present[name] ?? [], documents].map(
      (list) => new Map(list.map((each) => [each._id, each])),
    )
    const gone = [...(before?.values() ?? [])].filter(({ _id }) => text(before?.get(_id)) !== text(after?.get(_id)))
    const back = documents.filter(({ _id }) => text(before?.get(_id)) !== text(after?.get(_id)))
    return [{ name, gone, back }]
  })
  await Promise.all(
    changes.map(async ({ name, gone, back }) => {
      const collection = await raw(name)
      await Promise.all(gone.map(({ _id }) => collection.where({ _id }).remove()))
      await Promise.all(back.map((data) => collection.add({ data })))
    }),
  )
}

const MADE_AT_RANDOM = /\$argon2id\$[\w$+/=,]+|[0-9a-f]{8}-[0-9a-f-]{27}|[\w-]{43,}|(?<![\w-])[\w-]{22}(?![\w-])/g

/** A document without what no two runs have in common: random ids, hashes over them, ciphertexts, counts of writes. */
function comparable(value: unknown, known: (id: string) => boolean): unknown {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string') return value.replace(MADE_AT_RANDOM, (id) => (known(id) ? id : '…'))
  if (Array.isArray(value)) return value.map((each) => comparable(each, known))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([field]) => field !== 'rev')
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([field, each]) => [field, comparable(each, known)]),
  )
}

/** Two runs from the same beginning left the same when these are equal. Ids of the beginning keep their names. */
export function comparableState(stored: Stored, beginning: Stored): Record<string, string[]> {
  const names = new Set(JSON.stringify(beginning).match(MADE_AT_RANDOM) ?? [])
  return Object.fromEntries(
    Object.entries(stored).map(([name, documents]) => [
      name,
      documents.map((document) => JSON.stringify(comparable(document, (id) => names.has(id)))).sort(),
    ]),
  )
}
