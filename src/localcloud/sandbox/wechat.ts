import { randomUUID } from 'node:crypto'
import { toBuffer } from 'qrcode'
import type { Outbox } from '../outbox/outbox'
import { isFields, type Fields } from '../protocol/fields'

export type ApiAnswer = { json: Fields } | { bytes: Buffer; contentType: string }

const ok = (more: Fields = {}): ApiAnswer => ({ json: { errcode: 0, errmsg: 'ok', ...more } })
const refuse = (errcode: number, errmsg: string): ApiAnswer => ({ json: { errcode, errmsg } })

const NUMBER_IN_CODE = /^sandbox:(\+?\d{5,15})$/
const FORBIDDEN_WORD = '违规词'

/** WeChat's server API as far as the cloud emulates it. */
export class WeChat {
  /** getPhoneNumber: code -> number; a code is good for one use. `sandbox:13800000000` needs no entry. */
  readonly phoneCodes = new Map<string, string>()
  /** openids that have refused subscribe messages. */
  readonly refusing = new Set<string>()

  constructor(
    private readonly outbox: Outbox,
    private readonly now: () => number,
  ) {}

  async call(api: string, fields: Fields): Promise<ApiAnswer> {
    if (api === 'subscribeMessage.send') return this.sendSubscribeMessage(fields)
    if (api === 'phonenumber.getPhoneNumber') return this.phoneNumber(fields)
    if (api === 'security.msgSecCheck') return this.checkContent(fields)
    if (api === 'wxacode.getUnlimited') return this.drawCode(fields)
    return refuse(-604100, `API not found: ${api}`)
  }

  private async sendSubscribeMessage({ touser, template_id: template, page, data }: Fields): Promise<ApiAnswer> {
    if (typeof touser !== 'string' || touser === '') return refuse(40003, 'touser 字段 openid 为空或者不正确')
    if (typeof template !== 'string' || template === '') return refuse(40037, 'template_id 不正确')
    if (!isFields(data)) return refuse(47003, '模板参数不准确')
    if (this.refusing.has(touser)) return refuse(43101, 'user refuse to accept the msg')
    await this.outbox.add({
      channel: 'wechat',
      to: touser,
      template,
      data,
      page: typeof page === 'string' ? page : undefined,
    })
    return ok({ msgid: this.now() })
  }

  private phoneNumber({ code }: Fields): ApiAnswer {
    const given = typeof code === 'string' ? code : ''
    const number = this.phoneCodes.get(given) ?? NUMBER_IN_CODE.exec(given)?.[1]
    if (!number) return refuse(40029, 'invalid code')
    this.phoneCodes.delete(given)
    const watermark = { timestamp: Math.floor(this.now() / 1000), appid: 'wxlocal0000000000' }
    return ok({ phone_info: { phoneNumber: number, purePhoneNumber: number, countryCode: '86', watermark } })
  }

  private checkContent({ content }: Fields): ApiAnswer {
    if (typeof content !== 'string' || content === '') return refuse(40129, '参数错误')
    const risky = content.includes(FORBIDDEN_WORD)
    const result = { suggest: risky ? 'risky' : 'pass', label: risky ? 20001 : 100 }
    return ok({ trace_id: randomUUID(), result, detail: [] })
  }

  private async drawCode({ scene, page, width }: Fields): Promise<ApiAnswer> {
    if (typeof scene !== 'string' || scene === '' || scene.length > 32)
      return refuse(40129, 'scene 不合法：1 至 32 个字符')
    const target = typeof page === 'string' ? page : ''
    const pixels = typeof width === 'number' && width >= 280 && width <= 1280 ? width : 430
    return {
      bytes: await toBuffer(`${target}?scene=${encodeURIComponent(scene)}`, { width: pixels }),
      contentType: 'image/png',
    }
  }
}
