import { useState } from 'react'
import type { Refusal } from '#contract/index'
import type { Refused } from '#domain/outcome'
import { readPhone } from '#domain/phone'
import { REFUSALS, sentenceOf } from '../../messages'

type FieldName = 'phone' | 'code' | 'password'
type Errors = Partial<Record<FieldName, string>>

const AT: Partial<Record<Refusal, FieldName>> = {
  PHONE_FORMAT: 'phone',
  PHONE_TAKEN: 'phone',
  CODE_WRONG: 'code',
  CODE_EXPIRED: 'code',
  LOGIN_WRONG: 'password',
  LOGIN_LOCKED: 'password',
  PASSWORD_SHORT: 'password',
  PASSWORD_LONG: 'password',
  PASSWORD_COMMON: 'password',
  PASSWORD_CONTEXT: 'password',
}
const EMPTY = { phone: '', code: '', password: '' }
const MISSING: Record<Exclude<FieldName, 'phone'>, string> = {
  code: '请填短信里的 6 位验证码。',
  password: '请填密码。',
}

/** What is typed on the login page, and what is wrong with it. A refusal is shown at the field that it speaks of. */
export function usePhoneForm() {
  const [values, setValues] = useState(EMPTY)
  const [errors, setErrors] = useState<Errors>({})

  const phoneError = () => (readPhone(values.phone).ok ? undefined : String(REFUSALS.PHONE_FORMAT))
  const check = (...fields: readonly Exclude<FieldName, 'phone'>[]) => {
    const found: Errors = {}
    const wrong = phoneError()
    if (wrong) found.phone = wrong
    for (const field of fields)
      if (!values[field] || (field === 'code' && !/^\d{6}$/.test(values.code))) found[field] = MISSING[field]
    setErrors(found)
    return Object.keys(found).length === 0
  }
  const read = readPhone(values.phone)
  return {
    values,
    errors,
    /** The phone as the server takes it. */
    phone: read.ok ? read.value : values.phone,
    check,
    set: (field: FieldName) => (value: string) => {
      setValues((before) => ({ ...before, [field]: value }))
      setErrors((before) => ({ ...before, [field]: undefined }))
    },
    /** The sentence at its field; true where it has one. */
    blame: (refusal: Refused<Refusal>) => {
      const field = AT[refusal.code]
      if (field) setErrors({ [field]: sentenceOf(refusal) })
      return field !== undefined
    },
  }
}
export type PhoneForm = ReturnType<typeof usePhoneForm>
