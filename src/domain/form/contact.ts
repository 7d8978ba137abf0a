import { isMonth } from '../calendar'
import { TEXT } from '../limits'
import { isPlaceCode } from '../place'
import { lengthOf } from '../text'
import { error, type FormFacts, type FormIssue, type FormValues } from './issue'

const checkEmail = ({ email = '' }: FormValues): FormIssue[] => {
  if (email === '') return []
  if (lengthOf(email) > TEXT.contact.max) return [error('email', 'EMAIL_LONG')]
  return /^[\w.%+-]+@[\w-]+(\.[\w-]+)+$/.test(email) ? [] : [error('email', 'EMAIL_FORMAT')]
}

const checkHandles = ({ qq = '', wechatId = '', weibo = '' }: FormValues): FormIssue[] => [
  ...(qq === '' || /^[1-9]\d{4,11}$/.test(qq) ? [] : [error('qq', 'QQ_FORMAT')]),
  ...(wechatId === '' || /^[\w-]{5,20}$/.test(wechatId) ? [] : [error('wechatId', 'WECHAT_FORMAT')]),
  ...(lengthOf(weibo) <= TEXT.contact.max ? [] : [error('weibo', 'WEIBO_LONG')]),
]

const checkResidence = ({ residencePlace }: FormValues): FormIssue[] => {
  if (!residencePlace) return []
  const { code, name } = residencePlace
  const named = name !== '' && lengthOf(name) <= TEXT.placeName.max
  return isPlaceCode(code) && named ? [] : [error('residencePlace', 'RESIDENCE_FORMAT')]
}

const checkVolunteer = ({ volunteerSince = '' }: FormValues, { today }: FormFacts): FormIssue[] => {
  if (volunteerSince === '') return []
  if (!isMonth(volunteerSince)) return [error('volunteerSince', 'VOLUNTEER_FORMAT')]
  return volunteerSince > today.slice(0, 7) ? [error('volunteerSince', 'VOLUNTEER_FUTURE')] : []
}

/** Where to be found; nothing of it is asked of anybody. */
export const checkContact = (values: FormValues, facts: FormFacts): FormIssue[] => [
  ...checkResidence(values),
  ...checkEmail(values),
  ...checkHandles(values),
  ...checkVolunteer(values, facts),
]
