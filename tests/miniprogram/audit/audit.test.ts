import { mkdirSync, writeFileSync } from 'node:fs'
import { openHouseApart, type HouseApart } from '../../support/house-apart'
import type { Residents } from '../../support/lived-in'
import { newPhone } from '../journey/new-phone'
import { builtRoutes } from '../support/dist'
import { openLayout } from './layout'
import { observe } from './observe'
import { RULES } from './rules'
import { moreRows, SCENES } from './scenes'
import { isQuickToPaint, type Scored, scoreOf } from './score'

jest.setTimeout(120_000)

let house: HouseApart
let residents: Residents
let layout: Awaited<ReturnType<typeof openLayout>>
const scores: Scored[] = []
const choosing: { mounted: number; paints: { wrapper: boolean; bytes: number }[] }[] = []

beforeAll(async () => {
  ;[house, layout] = await Promise.all([openHouseApart(), openLayout()])
  residents = await house.ask('liveIn')
})

afterAll(async () => {
  // what the bench prints
  mkdirSync('.cache', { recursive: true })
  writeFileSync('.cache/weapp-audit.json', JSON.stringify(scores, null, 2))
  writeFileSync('.cache/weapp-paint.json', JSON.stringify(choosing, null, 2))
  layout.close()
  await house.close()
})

test('every page of the mini-program has its place in the audit, and nothing else has', () => {
  expect(Object.keys(SCENES).sort()).toEqual(builtRoutes().sort())
})

test('the rules weigh what WeChat says they weigh', () => {
  expect(RULES).toHaveLength(28)
  expect(RULES.reduce((sum, { weight }) => sum + weight, 0)).toBe(101)
  RULES.forEach(({ seen, judge }) => expect(Boolean(judge)).toBe(seen !== 'unseen'))
})

describe.each(Object.entries(SCENES))('%s', (route, scene) => {
  test('scores 100 of 100 for what can be seen', async () => {
    const scored = scoreOf(await observe(route, scene, { house, residents, measure: layout.measure }))
    scores.push(scored)
    const owed = scene.owes ?? []
    const found = Object.entries(scored.missed).filter(([id]) => !owed.includes(id))
    expect({ found, paid: owed.filter((id) => !scored.missed[id]) }).toEqual({ found: [], paid: [] })
  })

  test('is painted with two setData at most, and 24 KB', () => {
    const scored = scores.find((one) => one.route === route)
    expect(scored && { ...scored.setData, quick: isQuickToPaint(scored) }).toMatchObject({ quick: true })
  })
})

test('choosing one of fifty people sends less than 1 KB, to the row by its own wrapper', async () => {
  const weapp = await newPhone(house, residents.operator)
  const page = await weapp.open('cadre/pages/queue/index')
  await page.waitForText('同学')
  await moreRows(page)
  weapp.paints.clear()
  const [circle] = page.all('.check')
  if (!circle) throw new Error('nobody can be chosen')
  await page.tap(circle)
  await page.waitForText('已选 1 人')

  const paints = weapp.paints.paints.map(({ component, bytes }) => ({ wrapper: component === 'component', bytes }))
  const mounted = page.all('.rv').length
  choosing.push({ mounted, paints })
  weapp.close()
  const rows = paints.filter(({ wrapper }) => wrapper)
  expect(rows).toHaveLength(1)
  expect(rows[0]?.bytes).toBeLessThanOrEqual(1024)
  expect(mounted).toBeLessThanOrEqual(50)
})
