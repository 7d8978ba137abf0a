import { anApplicant, codeOf, openJourney, valueOf, type Journey } from '../support/journey'

let journey: Journey
beforeAll(async () => {
  journey = await openJourney()
})
afterAll(() => journey.stage.close())

describe('the queue', () => {
  test('shows twenty rows a page, oldest first, without decrypting anything, in two round trips', async () => {
    for (let count = 0; count < 23; count += 1) {
      await anApplicant(journey, { name: `周${'甲乙丙丁戊己庚辛壬癸'[count % 10]}${'一二三'[Math.floor(count / 10)]}` })
      journey.stage.time.pass(1000)
    }
    type Page = { rows: { name: string; submittedAt: string; person: string }[]; next?: string }
    const page = (input: object) =>
      journey.stage.ask<Page>(journey.review, 'queue', { queue: 'pending', ...input }, journey.desk)
    const first = valueOf(await page({}))
    expect(journey.stage.logs.at(-1)).toMatchObject({ db: { roundTrips: 2 }, decryptions: 0 })
    const rest = valueOf(await page({ cursor: first.next }))
    expect([first.rows.length, rest.rows.length, rest.next]).toEqual([20, 3, undefined])
    const times = [...first.rows, ...rest.rows].map(({ submittedAt }) => submittedAt)
    expect(times).toEqual([...times].sort())
    expect(new Set([...first.rows, ...rest.rows].map(({ person }) => person)).size).toBe(23)

    const named = valueOf(await page({ names: ['周甲一', ' 周乙二 ', '没有这个人'] }))
    expect(named.rows.map(({ name }) => name)).toEqual(['周甲一', '周乙二'])
    expect(codeOf(await page({ cursor: `${first.next}x` }))).toBe('INVALID_INPUT')
    expect(codeOf(await page({ realName: 'failed', cursor: first.next }))).toBe('INVALID_INPUT')
  })
})
