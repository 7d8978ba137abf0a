import type { HistoryView } from '#contract/checkin'
import type { HintView, REVEAL_PURPOSES } from '#contract/review'
import type * as z from '#contract/zod'
import type { RealNameStatus } from '#domain/real-name'
import type { HintCode } from '#domain/review-hints'
import { pointInTime } from '../lib/time-text'
import type { IconName } from '../ui/icon'
import type { Tone } from '../ui/notice'
import type { Obstacle } from './queue/rules'

type Detail = NonNullable<z.output<typeof HintView>['detail']>
type Words = { title: string; note?: string }

const textIn = (detail: Detail, key: string) => String(detail[key] ?? '')
const datesIn = (detail: Detail, now: Date) => {
  const dates = detail.dates
  return Array.isArray(dates) ? dates.map((date) => pointInTime(new Date(date), now)) : []
}
const ageIn = (detail: Detail) => {
  const months = Number(detail.months ?? 0)
  return `入团时 ${textIn(detail, 'years')} 岁${months ? ` ${months} 个月` : ''}`
}
const waitIn = (detail: Detail) => {
  const hours = Number(detail.hours ?? 0)
  return hours < 48 ? `${hours} 小时` : `${Math.floor(hours / 24)} 天`
}
const TIMES = ['', '一', '两', '三', '四', '五']
const timesOf = (count: number) => `${TIMES[count] ?? count}次`

/** What each check says to a reviewer. A code without words does not compile. */
export const HINTS: Record<HintCode, (detail: Detail, now: Date) => Words> = {
  REAL_NAME_FAILED: (detail, now) => {
    const dates = datesIn(detail, now)
    return {
      title: `实名校验${timesOf(dates.length || 2)}没通过`,
      note: `${dates.join('、')}${dates.length ? '。' : ''}请当面核验。`,
    }
  },
  REAL_NAME_UNSUPPORTED: () => ({ title: '境外证件不能自动校验', note: '请当面核对证件原件。' }),
  REAL_NAME_UNAVAILABLE: () => ({ title: '24 小时没等到校验结果', note: '可以线下核验，系统也会接着试。' }),
  REAL_NAME_FAILED_ONCE: (detail, now) => ({
    title: '实名校验有一次没通过',
    note: `${datesIn(detail, now).join('、')}。系统会再试一次。`,
  }),
  REAL_NAME_PASSED: () => ({ title: '实名校验通过' }),
  REAL_NAME_OFFLINE_PASSED: () => ({ title: '已当面核验，实名线下通过' }),
  ROSTER_LISTED: () => ({ title: '姓名在支部名单里' }),
  ROSTER_NEAR: (detail) => ({ title: `姓名与名单差一个字：名单是「${textIn(detail, 'nearest')}」` }),
  ROSTER_ABSENT: () => ({ title: '支部名单里没有这个姓名', note: '请先确认是不是本支部的同学。' }),
  JOINING_AGE_REFUSED: (detail) => ({ title: `${ageIn(detail)}，不符合规定` }),
  JOINING_AGE_UNUSUAL: (detail) => ({ title: `${ageIn(detail)}，偏早，请核对入团年月` }),
  JOINING_AGE_USUAL: (detail) => ({ title: `${ageIn(detail)}，符合规定` }),
  MEMBER_NUMBER_MISSING: () => ({ title: '没填团员编号', note: '2017 年起入团的都有编号。' }),
  MEMBER_NUMBER_YEAR: (detail) => ({
    title: `团员编号前四位是 ${textIn(detail, 'numberYear')}，入团是 ${textIn(detail, 'joinedYear')} 年`,
  }),
  MEMBER_NUMBER_FITS: () => ({ title: '团员编号前四位与入团年份一致' }),
  WAITING_LONG: (detail) => ({ title: `已等 ${waitIn(detail)}` }),
  WAITING_TOO_LONG: (detail) => ({ title: `已等 ${waitIn(detail)}，超过 48 小时了` }),
  LETTER_MISSING: () => ({ title: '从外省来，没有附介绍信' }),
  LETTER_EXPIRED: (detail) => ({ title: `介绍信开出 ${textIn(detail, 'days')} 天了，已过 6 个月有效期` }),
  LETTER_OLD: (detail) => ({ title: `介绍信开出 ${textIn(detail, 'days')} 天了，请核对` }),
  LETTER_FRESH: (detail) => ({ title: `介绍信开出 ${textIn(detail, 'days')} 天，在有效期内` }),
}

export const REVEAL_PURPOSE_LABELS: Record<(typeof REVEAL_PURPOSES)[number], string> = {
  checkDocument: '核对证件原件',
  contactPolice: '联系公安机关查询',
  correctData: '更正资料',
  other: '其他',
}

export const REAL_NAME_TAGS: Record<RealNameStatus, { kind: Tone; icon: IconName; text: string }> = {
  unverified: { kind: 'info', icon: 'clock', text: '校验中' },
  verifying: { kind: 'info', icon: 'clock', text: '校验中' },
  passed: { kind: 'ok', icon: 'ok', text: '实名通过' },
  failed: { kind: 'fail', icon: 'warn', text: '实名未通过' },
  offlinePassed: { kind: 'ok', icon: 'ok', text: '线下通过' },
}

/** Beside a row that one tap cannot approve. */
export const OBSTACLES: Record<Obstacle, string> = {
  OWN_APPLICATION: '这是你自己，由别人来审',
  NEEDS_OFFLINE: '点进去线下核验',
  NOT_YET_VERIFIED: '暂时不能通过，可以退回',
}

export const HISTORY_TITLES: Record<z.output<typeof HistoryView>['move'], string> = {
  submit: '提交',
  withdraw: '撤回',
  approve: '通过',
  approveOffline: '线下核验，通过',
  sendBack: '退回',
  verify: '实名校验',
  change: '申请修改资料',
  withdrawChange: '撤回资料修改',
  applyChange: '资料修改通过',
  returnChange: '资料修改退回',
}

/** Quick reasons: one tap writes the sentence, which can then be changed. */
export const RETURN_REASONS = [
  { key: 'name', chip: '姓名和证件不一致', text: '姓名和证件上的不一致，请照着证件改。' },
  { key: 'month', chip: '入团年月不对', text: '入团年月不对，请看入团志愿书上的日期。' },
  { key: 'number', chip: '团员编号有误', text: '团员编号有误，请看团员证，前四位是入团年份。' },
  { key: 'unit', chip: '入团单位写全称', text: '入团时所在单位请写全称。' },
  { key: 'branch', chip: '不是本支部的', text: '你不在本支部的名单里，请撤回后扫自己支部的报到码。' },
  { key: 'letter', chip: '介绍信看不清', text: '介绍信看不清，请在亮处重新拍一张。' },
] as const

export const CHANGE_REASONS = [
  { key: 'proof', chip: '和档案不一致', text: '和团员档案里的不一致，请核对后再改。' },
  { key: 'unclear', chip: '请说明原因', text: '请先告诉支部为什么要改，再提交一次。' },
  { key: 'number', chip: '团员编号有误', text: '团员编号有误，请看团员证，前四位是入团年份。' },
] as const

export const OFFLINE_EXPLANATIONS = [
  { key: 'original', chip: '核对了证件原件', text: '已当面核对证件原件，姓名、号码与本人一致。' },
  { key: 'rare', chip: '姓名含生僻字', text: '姓名含生僻字，系统校验不了，已当面核对证件原件。' },
  { key: 'renewed', chip: '刚换过证件', text: '本人刚换过证件，已当面核对新证件原件。' },
] as const

export const CADRE_NEEDS = [
  '团干部由所在组织的管理员录入。',
  '请把姓名和手机号告诉管理员，录入后用这个手机号登录就能进来。',
] as const

export const ONLY_OPERATORS = '在这个组织里，只有运营者能审核资料。要当运营者，请找组织的管理员开通。'
