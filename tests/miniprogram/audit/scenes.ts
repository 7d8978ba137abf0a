import type { HouseApart } from '../../support/house-apart'
import type { Residents } from '../../support/lived-in'
import type { Page } from '../support/page'
import { waitFor } from '../support/wait-for'

type Known = { code: string; residents: Residents }

export type Scene = {
  /** The state in which the page shows the most, in words. */
  state: string
  /** Whose WeChat it is; without one, a stranger's. */
  who?: Exclude<keyof Residents, 'persons'>
  query?: (known: Known) => string
  /** The page is there when it says this. */
  words: string
  /** Rules that it is known to miss: each is a debt, and fails the test once it is paid. */
  owes?: readonly string[]
  /** What is done there before it is full. */
  fill?: (page: Page) => Promise<unknown>
}

const ofPerson =
  (whose: keyof Residents['persons']) =>
  ({ residents }: Known) =>
    `?person=${residents.persons[whose]}`

/** Loads the queue to its end: two blocks of rows stay mounted. */
export const moreRows = async (page: Page) => {
  for (const rows of [40, 40]) {
    page.instance.onReachBottom?.()
    await waitFor(() => page.all('.rv').length === rows)
  }
  await page.waitForText('回到前面')
}

/** Every page of the mini-program. A page without an entry fails the audit. */
export const SCENES: Readonly<Record<string, Scene>> = {
  'pages/entry/index': { state: 'nobody has entered', words: '我是团干部' },
  'pages/branch/index': { state: 'a valid code', query: ({ code }) => `?scene=${code}`, words: '林晓禾' },
  'pages/login/index': {
    state: 'by phone and code',
    words: '微信手机号一键登录',
    fill: (page) => page.tap('#login-other'),
  },
  'pages/arrival/index': { state: 'entered, nothing filled in', who: 'newcomer', words: '你从哪里来' },
  'pages/form/index': { state: 'returned, first page of the form', who: 'returned', words: '身份证号' },
  'pages/waiting/index': { state: 'pending', who: 'waiting', words: '已交给支部' },
  'pages/returned/index': { state: 'returned with two marked fields', who: 'returned', words: '团员编号' },
  'pages/home/index': { state: 'approved', who: 'member', words: '你好' },
  'pages/profile/index': { state: 'approved, all data', who: 'member', words: '示例中学' },
  'pages/change/index': { state: 'approved, one change waiting', who: 'member', words: '等支部审核' },
  'pages/inbox/index': { state: 'fifty notices, the first twenty', who: 'operator', words: '同学' },
  'pages/me/index': { state: 'approved', who: 'member', words: '认证资料' },
  'pages/looks/index': { state: 'looked at once', who: 'member', words: '核对证件' },
  'pages/privacy/index': { state: 'as it is', words: '收集什么，为什么' },
  'pages/help/index': { state: 'as it is', words: '报到码过期或打不开' },
  'cadre/pages/choose/index': { state: 'posts in four organisations', who: 'busyCadre', words: '今天在哪里工作' },
  'cadre/pages/workbench/index': { state: 'fifty wait, one needs help', who: 'operator', words: '等你线下核验' },
  'cadre/pages/queue/index': {
    state: 'fifty wait, forty rows mounted',
    who: 'operator',
    words: '同学',
    fill: moreRows,
    owes: ['touch'],
  },
  'cadre/pages/detail/index': { state: 'failed twice', who: 'operator', query: ofPerson('failed'), words: '何一舟' },
  'cadre/pages/offline/index': { state: 'failed twice', who: 'operator', query: ofPerson('failed'), words: '何一舟' },
  'cadre/pages/return/index': {
    state: 'every field to point at',
    who: 'operator',
    query: ofPerson('pending'),
    words: '同学',
  },
  'cadre/pages/code/index': { state: 'a code with its picture', who: 'operator', words: '复制报到码' },
  'cadre/pages/change/index': {
    state: 'one change waiting',
    who: 'operator',
    query: ofPerson('member'),
    words: '想改 1 项',
  },
}

export const knownOf = (house: HouseApart, residents: Residents): Known => ({ code: house.facts.code, residents })
