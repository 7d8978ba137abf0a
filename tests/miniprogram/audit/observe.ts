import type { HouseApart } from '../../support/house-apart'
import { newPhone } from '../journey/new-phone'
import type { Paint } from '../support/paint-log'
import { turn, waitFor } from '../support/wait-for'
import type { Layout, Sheet } from './layout'
import { knownOf, type Scene } from './scenes'
import { still } from './still-of'
import { templateReads, unreadIn } from './unread'
import type { Asked, Visit } from './visit'
import type { Residents } from '../../support/lived-in'

const QUIET = 120
const STRANGER = 'openid-of-a-stranger'

type Envelope = { verb: string; input: unknown }
type Answered = { ok?: boolean; code?: string }

/** The same house, with a list of what the phone asked of it. */
function watched(house: HouseApart) {
  const asked: Asked[] = []
  const open = new Set<Asked>()
  const ask = async (chore: string, ...given: unknown[]) => {
    // HouseApart's own type says what belongs to which chore; here it only passes through
    const pass = house.ask as (chore: string, ...given: unknown[]) => Promise<unknown>
    if (chore !== 'call') return pass(chore, ...given)
    const [fn, event] = given as [string, Envelope] // newPhone sends these
    const one: Asked = {
      name: `${fn}.${event.verb}`,
      input: JSON.stringify(event.input),
      start: performance.now(),
      end: 0,
      bytes: 0,
    }
    asked.push(one)
    open.add(one)
    try {
      const answer = (await pass(chore, ...given)) as Answered // what `serve` answers
      one.bytes = Buffer.byteLength(JSON.stringify(answer))
      if (answer.ok !== true) one.fault = answer.code ?? 'no outcome'
      return answer
    } catch (fault) {
      one.fault = String(fault)
      throw fault
    } finally {
      one.end = performance.now()
      open.delete(one)
    }
  }
  return { house: { ...house, ask } as HouseApart, asked, isIdle: () => open.size === 0 } // the same chores, watched
}

/** Beats as often as it can: a gap is something that ran in one go. */
function startBeats() {
  const beats = [performance.now()]
  let on = true
  const beat = () => {
    beats.push(performance.now())
    if (on) setTimeout(beat, 0)
  }
  beat()
  return { beats, stop: () => void (on = false) }
}

/** The longest gap after the opening, without the time in which the simulated client drew. */
function longestRun(beats: readonly number[], openedAt: number, paints: readonly Paint[]): number {
  const gaps = beats.slice(1).map((end, index) => ({ start: Math.max(beats[index] ?? end, openedAt), end }))
  const drawn = (start: number, end: number) =>
    paints.reduce((sum, { at, took }) => (at >= start && at < end ? sum + took : sum), 0)
  return Math.max(
    0,
    ...gaps.filter(({ end }) => end > openedAt).map(({ start, end }) => end - start - drawn(start, end)),
  )
}

function watchFaults() {
  const faults: string[] = []
  const note = (fault: unknown) => void faults.push(String(fault))
  const complain = jest.spyOn(console, 'error').mockImplementation((...words) => note(words.join(' ')))
  const onError = (event: ErrorEvent) => note(event.message)
  window.addEventListener('error', onError)
  process.on('unhandledRejection', note)
  return {
    faults,
    stop: () => {
      complain.mockRestore()
      window.removeEventListener('error', onError)
      process.off('unhandledRejection', note)
    },
  }
}

export type Tools = {
  house: HouseApart
  residents: Residents
  measure: (sheet: Sheet) => Promise<Layout>
}

/** Opens one page as the first of a fresh start, lets it become full, and tells everything that was seen. */
export async function observe(route: string, scene: Scene, { house, residents, measure }: Tools): Promise<Visit> {
  const { house: seen, asked, isIdle } = watched(house)
  const watch = watchFaults()
  const weapp = await newPhone(seen, scene.who ? residents[scene.who] : STRANGER)
  const beats = startBeats()
  const quiet = () =>
    waitFor(() => isIdle() && performance.now() - Math.max(0, ...weapp.paints.paints.map(({ at }) => at)) > QUIET)

  const page = await weapp.open(route + (scene.query?.(knownOf(house, residents)) ?? ''))
  await page.waitForText(scene.words)
  const contentAfter = (weapp.paints.paints.at(-1)?.at ?? 0) - page.openedAt
  await quiet()
  beats.stop()
  const reads = templateReads()
  const paints = [...weapp.paints.paints]
  const run = longestRun(beats.beats, page.openedAt, paints)
  const unread = [...new Set(paints.flatMap((paint) => unreadIn(reads, paint)))]
  const askedFirst = [...asked]
  await scene.fill?.(page)
  await quiet()

  const { html, css, styles } = still(page)
  const visit: Visit = {
    route,
    state: scene.state,
    paints,
    contentAfter,
    longestRun: run,
    shape: page.shape(),
    asked: askedFirst,
    apis: weapp.calls.log.map(({ api }) => api),
    unread,
    styles,
    layout: await measure({ html, css }),
    faults: watch.faults,
  }
  await turn()
  weapp.close()
  watch.stop()
  return visit
}
