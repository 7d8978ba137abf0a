import { randomUUID } from 'node:crypto'
import type { Fields } from '../protocol/fields'
import type { Services } from '../services'
import { ApiError } from './api-error'

const MOST_NUMBERS = 200

const textsIn = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])
const isNumber = (number: string) => /^(\+86)?1\d{10}$/.test(number)

/** SendSms: nothing leaves the machine; what would have been sent lands in the outbox. */
export const sendSms = async ({ outbox }: Services, fields: Fields): Promise<Fields> => {
  const { TemplateId, SignName, SmsSdkAppId } = fields
  const numbers = textsIn(fields.PhoneNumberSet)
  if (numbers.length === 0 || numbers.length > MOST_NUMBERS)
    throw new ApiError('InvalidParameterValue.IncorrectPhoneNumber', '手机号个数应为 1 至 200')
  if (typeof TemplateId !== 'string' || typeof SmsSdkAppId !== 'string')
    throw new ApiError('MissingParameter', 'TemplateId 和 SmsSdkAppId 必填')
  const data = textsIn(fields.TemplateParamSet)
  const statuses: Fields[] = []
  for (const number of numbers) {
    if (!isNumber(number)) {
      statuses.push({
        SerialNo: '',
        PhoneNumber: number,
        Fee: 0,
        Code: 'InvalidParameterValue.IncorrectPhoneNumber',
        Message: 'incorrect phone number',
      })
      continue
    }
    await outbox.add({
      channel: 'sms',
      to: number,
      template: TemplateId,
      data,
      sign: typeof SignName === 'string' ? SignName : undefined,
    })
    statuses.push({
      SerialNo: randomUUID(),
      PhoneNumber: number,
      Fee: 1,
      Code: 'Ok',
      Message: 'send success',
      IsoCode: 'CN',
      SessionContext: '',
    })
  }
  return { SendStatusSet: statuses }
}
