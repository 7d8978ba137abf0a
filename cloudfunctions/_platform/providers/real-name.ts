import type { CheckClass } from '#domain/real-name'
import type { Settings } from '../settings'
import { tencentCall } from './tencent'

export type IdentityAnswer = { class: CheckClass; charged: boolean; providerCode: string }

/** Asks whether a name belongs to an ID number. Never throws, never logs either; what it does not know is `upstream_error`. */
export type IdentityProvider = { verify(name: string, idNumber: string): Promise<IdentityAnswer> }

/**
 * Result codes of Tencent Cloud `faceid` IdCardVerification, API 2018-03-01: only a comparison that took place is charged.
 * -7, the number's own limit of the day, waits like a throttled call.
 */
const RESULTS: Readonly<Record<string, Pick<IdentityAnswer, 'class' | 'charged'>>> = {
  '0': { class: 'match', charged: true },
  '-1': { class: 'mismatch', charged: true },
  '-2': { class: 'invalid_input', charged: false },
  '-3': { class: 'invalid_input', charged: false },
  '-4': { class: 'upstream_error', charged: false },
  '-5': { class: 'not_found', charged: false },
  '-6': { class: 'upstream_error', charged: false },
  '-7': { class: 'throttled', charged: false },
}
const THROTTLED = /^(RequestLimitExceeded|LimitExceeded)/

export function realNameProvider(settings: Settings): IdentityProvider {
  const call = tencentCall(settings, settings.tencent.faceidEndpoint, '2018-03-01', 3)
  return {
    async verify(name, idNumber) {
      try {
        const reply = (await call('IdCardVerification', { Name: name, IdCard: idNumber })) as { Result?: string } // documented reply
        const providerCode = String(reply.Result ?? 'no result')
        return { providerCode, ...(RESULTS[providerCode] ?? { class: 'upstream_error', charged: false }) }
      } catch (fault) {
        const providerCode = String((fault as { code?: unknown }).code ?? 'unreachable')
        return { class: THROTTLED.test(providerCode) ? 'throttled' : 'upstream_error', charged: false, providerCode }
      }
    },
  }
}
