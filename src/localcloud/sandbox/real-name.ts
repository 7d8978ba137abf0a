import { setTimeout as wait } from 'node:timers/promises'

/** `garbage`: what comes back is not JSON. `code`: an error of the API itself, e.g. RequestLimitExceeded. */
export type RealNameOutcome = { result: string } | { code: string; message: string } | { garbage: true }
export type RealNameScript = (idCard: string, name: string, call: number) => RealNameOutcome | undefined

const DESCRIPTIONS: Record<string, string> = {
  '0': '姓名和身份证号一致',
  '-1': '姓名和身份证号不一致',
  '-2': '非法身份证号（长度、校验位等不正确）',
  '-3': '非法姓名（长度、格式等不正确）',
  '-4': '证件库服务异常',
  '-5': '证件库中无此身份证记录',
  '-6': '权威比对系统升级中，请稍后再试',
  '-7': '认证次数超过当日限制',
}
const CHARGED = ['0', '-1']
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const SLOW = 5000

export const describeResult = (result: string) => DESCRIPTIONS[result] ?? '未知结果'

/** GB 11643: the form and the check digit. */
const isIdCard = (idCard: string): boolean => {
  if (!/^\d{17}[\dXx]$/.test(idCard)) return false
  const sum = WEIGHTS.reduce((total, weight, i) => total + weight * Number(idCard[i]), 0)
  return '10X98765432'[sum % 11] === idCard[17]?.toUpperCase()
}

const isName = (name: string) => /^[\p{Script=Han}·•]{2,30}$/u.test(name)

/** The outcome by the 15th and 16th digit of the number; `call` counts the calls for it from 1. */
const outcomeFor = (kind: string, call: number): RealNameOutcome => {
  if (kind === '90') return { result: '-1' }
  if (kind === '91') return { result: call === 1 ? '-5' : '0' }
  if (kind === '92') return { result: call <= 2 ? '-4' : '0' }
  if (kind === '93' && call === 1) return { code: 'RequestLimitExceeded', message: '请求的次数超过了频率限制。' }
  if (kind === '95') return { garbage: true }
  if (kind === '96') return { result: call === 1 ? '-1' : '0' }
  return { result: '0' }
}

/** A real-name check whose outcome is decided by the ID number, so that a test or a demonstration can choose it. */
export class RealName {
  private calls = new Map<string, number>()
  private paid = 0
  private scripted: RealNameScript | undefined

  paidCalls(): number {
    return this.paid
  }

  reset(): void {
    this.calls = new Map()
    this.paid = 0
    this.scripted = undefined
  }

  /** Decides outcomes by a function; where it says nothing, the digits decide. */
  script(decide: RealNameScript | undefined): void {
    this.scripted = decide
  }

  async check(idCard: string, name: string): Promise<RealNameOutcome> {
    const call = (this.calls.get(idCard) ?? 0) + 1
    this.calls.set(idCard, call)
    const outcome = this.scripted?.(idCard, name, call) ?? (await this.decide(idCard, name, call))
    if ('result' in outcome && CHARGED.includes(outcome.result)) this.paid++
    return outcome
  }

  private async decide(idCard: string, name: string, call: number): Promise<RealNameOutcome> {
    if (!isIdCard(idCard)) return { result: '-2' }
    if (!isName(name)) return { result: '-3' }
    const kind = idCard.slice(14, 16)
    if (kind === '94') await wait(SLOW, undefined, { ref: false })
    return outcomeFor(kind, call)
  }
}
