import type { QueueRow } from '#contract/review'
import { rowKey } from '../../src/miniprogram/cadre/queue/row-key'
import { boot, type Weapp } from './support/harness'
import type { Page } from './support/page'
import { waitFor } from './support/wait-for'

type Envelope = { verb: string; input: Record<string, unknown>; actingOrg?: string }

const personOf = (index: number) => `1_${String(index).padStart(43, 'a')}`
const idOf = (index: number) => `choose-${rowKey(personOf(index))}`
const aRow = (index: number, more: Partial<QueueRow> = {}): QueueRow => ({
  person: personOf(index),
  version: 1,
  name: `同学${String.fromCharCode(0x4e00 + index)}`,
  idTail: '0028',
  realName: 'passed',
  roster: 'listed',
  submittedAt: new Date(Date.now() - 3_600_000).toISOString(),
  own: false,
  ...more,
})

const ROWS = Array.from({ length: 65 }, (_, index) =>
  aRow(index, index === 1 ? { realName: 'verifying' } : index === 2 ? { own: true } : {}),
)
const ME = {
  phoneMask: '138****0000',
  name: '林晓禾',
  hasPassword: true,
  asksConsent: [],
  hasDraft: false,
  posts: [{ orgId: '00000001', orgName: '哲学2025级1班团支部', title: '团支书', operator: true }],
  unread: 0,
  messageTemplates: [],
}

const sliceFrom = (cursor: unknown) => {
  const start = Number(cursor ?? 0)
  const next = start + 20 < ROWS.length ? { next: String(start + 20) } : {}
  return { rows: ROWS.slice(start, start + 20), ...next }
}
const answers: Record<string, (input: Record<string, unknown>) => unknown> = {
  session: () => ({ session: 'session', me: ME }),
  overview: () => ({ waiting: 65, more: false, overDay: 0, needOffline: 0, changes: 0 }),
  queue: ({ cursor }) => sliceFrom(cursor),
  batch: () => ({
    results: [
      { person: personOf(0), done: true },
      { person: personOf(3), done: false, code: 'STALE', by: '陈老师' },
    ],
  }),
}

let weapp: Weapp
let page: Page

const asked = () => weapp.calls.of('cloud.callFunction').map(({ data }) => data as Envelope) // what the client sends

beforeAll(async () => {
  weapp = await boot({
    callFunction: (_name, data) => {
      const { verb, input } = data as Envelope // what the client sends
      return { ok: true, value: answers[verb]?.(input) }
    },
  })
})

beforeEach(async () => {
  page = await weapp.open('cadre/pages/queue/index')
  await page.waitForText('同学一')
})

afterAll(() => weapp.close())

describe('the review queue on the phone', () => {
  test('asks on behalf of the only organisation, without a choice', () => {
    expect(asked().find(({ verb }) => verb === 'queue')?.actingOrg).toBe('00000001')
    expect(page.says('哲学2025级1班团支部')).toBe(true)
  })

  test('draws one row, and nothing of its neighbours, when one is chosen', async () => {
    weapp.paints.clear()
    await page.tap(`#${idOf(0)}`)
    await page.waitForText('已选 1 人')

    // The simulated phone does not draw nested changes of a component's property: what was sent is what counts.
    const sent = weapp.paints.paints.filter(({ component }) => component === 'component')
    expect(sent).toHaveLength(1)
    expect(sent[0]?.bytes).toBeLessThan(500)
    expect(sent[0]?.paths.every((path) => path.startsWith('i.cn.[0].'))).toBe(true)
  })

  test('lets everybody be chosen but oneself, and says what can be done for them', async () => {
    await page.tap(`#${idOf(1)}`)
    await page.waitForText('其中 1 人只能退回')
    await page.tap(`#${idOf(2)}`)
    await page.tap(`#${idOf(0)}`)
    await page.waitForText('已选 2 人')
    expect(page.says('通过 1 人')).toBe(true)
  })

  test('asks once with the names, then tells who succeeded and why the others did not', async () => {
    await page.tap(`#${idOf(0)}`)
    await page.tap(`#${idOf(3)}`)
    await page.tap('#batch-approve')

    await page.waitForText('通过了 1 人，1 人没办成')
    expect(weapp.calls.of('showModal').at(-1)).toMatchObject({ title: '通过 2 人', content: '同学一、同学七' })
    expect(page.text(`#result-${personOf(3)}`)).toContain('陈老师')
    await page.tap('#result-close')
    await page.waitForText('已选 1 人')
  })

  test('mounts fifty rows at most, and leads back to those that gave way', async () => {
    const mounted = () => page.all('.rv').length
    expect(mounted()).toBe(20)
    page.instance.onReachBottom?.()
    await waitFor(() => expect(mounted()).toBe(40))
    page.instance.onReachBottom?.()
    // The third slice lies over the first.
    await page.waitForText('前面还有 20 人，回到前面')
    expect(mounted()).toBe(40)
    expect(page.has(`#${idOf(0)}`)).toBe(false)

    await page.tap('#rows-back')
    await waitFor(() => expect(page.has(`#${idOf(0)}`)).toBe(true))
    expect(mounted()).toBeLessThanOrEqual(50)
  })

  test('opens a person', async () => {
    await page.tap(`#row-${rowKey(personOf(0))}`)
    const detail = await weapp.arriveAt('cadre/pages/detail/index')
    expect(detail.instance.options).toEqual({ person: personOf(0) })
  })
})
