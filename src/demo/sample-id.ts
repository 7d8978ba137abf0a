import { checkDigit } from '#domain/id-number'

/**
 * A synthetic ID number: county code 440199 is, to our knowledge, assigned to nobody.
 * `sequence` has three digits; its last is odd for men. Digits 15 and 16 choose the sandbox's answer.
 */
export function sampleIdNumber(birthDate: string, sequence: string): string {
  const first17 = `440199${birthDate.replaceAll('-', '')}${sequence}`
  return first17 + checkDigit(first17)
}
