import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { HOUR } from '#domain/limits'
import type { Row } from '../../../cloudfunctions/_platform/db/document'
import type { Database } from '../../../cloudfunctions/_platform/db/database'
import type { Collection } from '../../../cloudfunctions/_platform/db/collection'
import { codeOf, openJourney, valueOf, type Journey } from '../support/journey'
import { member } from '../support/requests'

/** Documents as each version of the product has stored them, taken from a run. They are never changed, only added to. */
const FIXTURES = resolve(__dirname, '../../fixtures/stored')
const DATABASE = readFileSync(resolve(__dirname, '../../../cloudfunctions/_platform/db/database.ts'), 'utf8')

/** `[collection, version]` of today, as the database is opened. */
const SCHEMAS = [...DATABASE.matchAll(/name: '(\w+)', version: (\d+)/g)].map(
  ([, name, version]) => [name as keyof Database, Number(version)] as const, // the names of the database are its keys
)
const VERSIONS = SCHEMAS.flatMap(([name, version]) =>
  Array.from({ length: version }, (_, before) => [name, before + 1] as const),
)
const fileOf = (name: string, version: number) => join(FIXTURES, `${name}.v${version}.json`)

type Document = Record<string, unknown> & Row
const isDated = (value: unknown): value is { $date: string } =>
  typeof value === 'object' && value !== null && '$date' in value
const fixtureOf = (name: string, version: number): Document =>
  JSON.parse(readFileSync(fileOf(name, version), 'utf8'), (_key, value: unknown) =>
    isDated(value) ? new Date(value.$date) : value,
  ) as Document // written by the run below

const dated = (value: unknown): unknown => {
  if (value instanceof Date) return { $date: value.toISOString() }
  if (Array.isArray(value)) return value.map(dated)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, dated(inner)]))
}

let journey: Journey
let raw: typeof import('../../../cloudfunctions/_platform/cloud').rawCollection
beforeAll(async () => {
  journey = await openJourney()
  // the SDK is loaded after the stage has set the environment
  raw = (await import('../../../cloudfunctions/_platform/cloud')).rawCollection
}, 60_000)
afterAll(() => journey.stage.close())

/** Something of everything: a member with a change that waits, a look, messages, and an effect that could not be delivered. */
async function aRun(): Promise<void> {
  const applicant = await member(journey)
  valueOf(await journey.ask('review', 'reveal', { person: applicant.person, purpose: 'checkDocument' }, journey.desk))
  valueOf(await journey.ask('checkin', 'change', { values: { joinedMonth: '2021-06' } }, applicant))
  const { people } = journey.stage.world.db
  const owed = { id: 'undeliverable', kind: 'ofTomorrow', dueAt: journey.stage.time.now, attempts: 0 }
  await people.amend(applicant.person, ({ outbox }) => ({ outbox: [...outbox, owed as never] }))
  for (let run = 0; run < 9; run += 1) {
    journey.stage.time.pass(HOUR)
    await journey.tick()
  }
}

test('every version of every collection has its document on file', async () => {
  if (process.env.WRITE_FIXTURES) {
    await aRun()
    for (const [name, version] of SCHEMAS.filter((schema) => !existsSync(fileOf(...schema)))) {
      const [document] = (await raw(name).where({ v: version }).orderBy('rev', 'desc').limit(1).get()).data
      if (document) writeFileSync(fileOf(name, version), `${JSON.stringify(dated(document), null, 2)}\n`)
    }
  }
  expect(VERSIONS.filter((version) => !existsSync(fileOf(...version)))).toEqual([])
  expect(SCHEMAS).toHaveLength(Object.keys(journey.stage.world.db).length)
})

describe.each(VERSIONS)('a document of %s, version %i', (name, version) => {
  const rows = () => journey.stage.world.db[name] as unknown as Collection<Document> // any of them, as plain documents
  const today = SCHEMAS.find(([of]) => of === name)?.[1]

  test('is read in today’s shape, and stays as it is until somebody writes', async () => {
    const fixture = fixtureOf(name, version)
    expect(fixture.v).toBe(version)
    await raw(name).where({ _id: fixture._id }).remove()
    await raw(name).add({ data: fixture })
    const read = await rows().find(fixture._id)
    expect(read).toMatchObject({ _id: fixture._id, rev: fixture.rev, v: today })
    if (version === today) expect(read).toEqual(fixture)
    expect((await raw(name).where({ _id: fixture._id }).get()).data).toEqual([fixture])
  })

  test('is written back once by two who read the same, and nothing else changes', async () => {
    const { _id } = fixtureOf(name, version)
    const read = await rows().find(_id)
    if (!read) throw new Error('it was put there')
    const written = await Promise.all([rows().replace(read, read), rows().replace(read, read)])
    expect(written.sort()).toEqual([false, true])
    expect(await rows().find(_id)).toEqual({ ...read, rev: read.rev + 1 })
    expect((await raw(name).where({ _id }).get()).data).toMatchObject([{ v: today }])
  })
})

test('the pages show what an older version has stored', async () => {
  const { checkIn } = fixtureOf('people', 1) as unknown as { checkIn: { reviewOrg: string } } // as it was written
  expect(checkIn.reviewOrg).toMatch(/^\d{8}$/)
  const { _id } = fixtureOf('people', 1)
  const { people } = journey.stage.world.db
  await people.amend(_id, (person) => ({
    content: { checkIn: { ...person.checkIn, reviewOrg: journey.branch._id } },
    outbox: person.outbox,
  }))
  expect(codeOf(await journey.ask('review', 'detail', { person: _id }, journey.desk))).toBe('OK')
  const approved = valueOf(
    await journey.ask<{ rows: { person: string }[] }>('review', 'queue', { queue: 'approved' }, journey.desk),
  )
  expect(approved.rows.map(({ person }) => person)).toContain(_id)
})
