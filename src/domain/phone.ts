import { accept, refuse, type Outcome } from './outcome'
import { toHalfWidth } from './text'

/** A mainland mobile number as eleven digits; +86, spaces, hyphens and full-width digits are no mistakes. */
export const readPhone = (raw: string): Outcome<string, 'PHONE_FORMAT'> => {
  const digits = toHalfWidth(raw)
    .replace(/[\s\-‐‑‒–—()]/g, '')
    .replace(/^(\+|00)?86(?=1\d{10}$)/, '')
  return /^1[3-9]\d{9}$/.test(digits) ? accept(digits) : refuse('PHONE_FORMAT')
}
