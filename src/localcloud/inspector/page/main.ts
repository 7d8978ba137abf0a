import type { StateView } from '../views'
import { look } from './ask'
import { callsView } from './calls'
import { showClock } from './clock'
import { collectionsView } from './collections'
import { documentsView } from './documents'
import { byId, el, say } from './dom'
import { scansView } from './scans'
import { timersView } from './timers'
import type { View } from './view'

const EVERY = 2000
/** A view that costs more is asked each fifth time. */
const SELDOM = 5
const TABS = { calls: '调用', data: '数据', timers: '定时器', scans: '全表扫描' } as const

const place = () => location.hash.slice(1) || 'calls'

function open(functions: readonly string[]): View {
  const [tab = '', name] = place().split('/')
  if (tab === 'data') return name ? documentsView(decodeURIComponent(name)) : collectionsView()
  if (tab === 'timers') return timersView()
  return tab === 'scans' ? scansView() : callsView(functions)
}

function showTabs() {
  const links = Object.entries(TABS).map(([tab, words]) => ({ tab, words, link: el('a', { href: `#${tab}` }, words) }))
  byId('tabs').append(...links.map(({ link }) => link))
  const mark = () =>
    links.forEach(({ tab, link }) => {
      if (place().split('/')[0] === tab) link.setAttribute('aria-current', 'page')
      else link.removeAttribute('aria-current')
    })
  const tell = (scans: number) =>
    links.forEach(({ tab, words, link }) => say(link, tab === 'scans' && scans > 0 ? `${words} ${scans}` : words))
  return { mark, tell }
}

function showHealth({ ok, missingFunctions }: StateView) {
  const health = byId('health')
  health.className = `tag ${ok ? 'ok' : 'fail'}`
  say(health, ok ? '运行正常' : `没构建的函数：${missingFunctions.join('、') || '数据库停了'}`)
}

async function begin() {
  const tabs = showTabs()
  let view: View
  let turn = 0
  const refresh = async () => {
    turn += 1
    try {
      const state = await look<StateView>('state')
      showHealth(state)
      showTime(state)
      tabs.tell(state.scans)
      if (!view.seldom || turn % SELDOM === 0) await view.refresh()
      byId('lost').hidden = true
    } catch {
      byId('lost').hidden = false
    }
  }
  const show = async () => {
    view = open(functions)
    byId('view').replaceChildren(view.root)
    tabs.mark()
    await view.refresh().catch(() => (byId('lost').hidden = false))
  }
  const showTime = showClock(() => void view.refresh())
  const { functions } = await look<StateView>('state')
  window.addEventListener('hashchange', () => void show())
  await show()
  await refresh()
  setInterval(() => void (document.hidden || refresh()), EVERY)
}

begin().catch(() => (byId('lost').hidden = false))
