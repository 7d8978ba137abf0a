import type { Persona } from '../province/personas'
import { byId, el } from './dom'
import { showClock } from './clock'
import { showCodes } from './codes'
import { showFresh } from './fresh-card'
import { readGuide } from './guide'
import { forget, forgetIfReset, layOut, putAway } from './identity'
import { mark, showPeople } from './people'
import { goTo, open, showPhone, unload } from './phone'
import { watchSent } from './sent'

const NOW = 'demo.now'
const FRESHMAN = 'freshman'

let now: string | null = localStorage.getItem(NOW)

/** The program leaves, storage changes owner, the program comes back. */
async function hand({ key, openid, opens }: Persona): Promise<void> {
  await unload()
  if (now) putAway(now)
  now = key
  localStorage.setItem(NOW, key)
  layOut(key, openid)
  mark(key)
  await open(opens)
}

let turn: Promise<void> = Promise.resolve()
/** Hands the phone to somebody, after whoever was to get it before. */
const handTo = (persona: Persona) => (turn = turn.then(() => hand(persona)))

/** A freshman without a past: the last one's traces go, whoever else holds the phone keeps what is theirs. */
const handToAnother = (freshman: Persona) =>
  (turn = turn.then(async () => {
    await unload()
    if (now === FRESHMAN) now = null
    forget(FRESHMAN)
    await hand(freshman)
  }))

async function begin(): Promise<void> {
  const { personas, codes, expected, madeAt } = await readGuide()
  forgetIfReset(madeAt)
  const first = personas.find(({ key }) => key === now) ?? personas[0]
  showPhone()
  showPeople(personas, (persona) => void handTo(persona))
  showCodes(codes, goTo)
  showFresh(expected, () => {
    const freshman = personas.find(({ key }) => key === FRESHMAN)
    if (freshman) void handToAnother(freshman)
  })
  watchSent()
  showClock()
  if (first) await handTo(first)
}

begin().catch(() => {
  byId('stage').replaceChildren(
    el('p', { class: 'note' }, '页面没能打开。请回到终端看看 npm start 是否还在运行，再刷新一次。'),
  )
})
