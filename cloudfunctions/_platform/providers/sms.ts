import type { Settings } from '../settings'
import { tencentCall } from './tencent'

/** Sends a code to a phone. False when the provider did not take it; never throws, never logs the number. */
export type SmsSender = { sendCode(phone: string, code: string, minutes: number): Promise<boolean> }

type SendSmsReply = { SendStatusSet?: { Code?: string }[] }

/** Tencent Cloud SMS, API 2021-01-11, SendSms. */
export function smsSender(settings: Settings): SmsSender {
  const call = tencentCall(settings, settings.tencent.smsEndpoint, '2021-01-11', 5)
  return {
    async sendCode(phone, code, minutes) {
      const request = {
        PhoneNumberSet: [`+86${phone}`],
        SmsSdkAppId: settings.sms.appId,
        SignName: settings.sms.sign,
        TemplateId: settings.sms.codeTemplate,
        TemplateParamSet: [code, String(minutes)],
      }
      const reply = await call('SendSms', request).catch(() => undefined)
      return (reply as SendSmsReply | undefined)?.SendStatusSet?.[0]?.Code === 'Ok' // the provider's documented reply
    },
  }
}
