import { CHECK_IN_STATUSES } from '#domain/check-in'
import { REAL_NAME_STATUSES } from '#domain/real-name'
import { decisionsOn } from '../../src/miniprogram/cadre/person/moves'

const NOW = new Date('2026-09-14T02:32:00.000Z')
const judged = (more: Partial<Parameters<typeof decisionsOn>[0]> = {}) => ({
  status: 'pending' as const,
  realName: { status: 'passed' as const, failedChecks: [] },
  offlineOpen: false,
  own: false,
  ...more,
})
const withRealName = (status: (typeof REAL_NAME_STATUSES)[number], until?: string) =>
  judged({ realName: { status, failedChecks: [], ...(until && { until }) } })

describe('the decisions at the foot of a check-in', () => {
  test.each([
    ['unverified', { sendBack: 'plain', approve: 'off', approveOffline: 'off' }],
    ['verifying', { sendBack: 'plain', approve: 'off', approveOffline: 'off' }],
    ['passed', { sendBack: 'plain', approve: 'main', approveOffline: 'hidden' }],
    ['failed', { sendBack: 'plain', approve: 'off', approveOffline: 'main' }],
    ['offlinePassed', { sendBack: 'plain', approve: 'main', approveOffline: 'hidden' }],
  ] as const)('real name %s: %j', (status, moves) =>
    expect(decisionsOn(withRealName(status), NOW)).toMatchObject(moves),
  )

  test.each(REAL_NAME_STATUSES)('whatever is off has its reason in words (%s)', (status) => {
    const { sendBack, approve, approveOffline, why } = decisionsOn(withRealName(status), NOW)
    expect([sendBack, approve, approveOffline].includes('off')).toBe(Boolean(why))
  })

  test('a check that is under way says until when', () => {
    const { why } = decisionsOn(withRealName('verifying', '2026-09-15T02:20:00.000Z'), NOW)
    expect(why).toBe('实名校验中，最晚 9月15日 10:20 有结果。暂时不能通过，可以退回。')
  })

  test('an organisation may verify offline before the second failure', () => {
    const open = { ...withRealName('verifying'), offlineOpen: true }
    expect(decisionsOn(open, NOW)).toMatchObject({ approve: 'off', approveOffline: 'main' })
  })

  test('nobody decides on their own check-in', () => {
    REAL_NAME_STATUSES.forEach((status) => {
      const moves = decisionsOn({ ...withRealName(status), own: true }, NOW)
      expect(moves).toEqual({ sendBack: 'hidden', approve: 'hidden', approveOffline: 'hidden' })
    })
  })

  test.each(CHECK_IN_STATUSES.filter((status) => status !== 'pending'))(
    'nothing is decided while it is %s',
    (status) => {
      expect(decisionsOn(judged({ status }), NOW).approve).toBe('hidden')
    },
  )
})
