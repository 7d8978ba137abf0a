import { readIdNumber } from '#domain/id-number'
import { compareToRoster } from '#domain/review-hints'
import { open } from '../../cloudfunctions/_platform/crypto/envelope'
import { readKeyring } from '../../cloudfunctions/_platform/crypto/keyring'
import { isPassword } from '../../cloudfunctions/account/password'
import { newKeys } from '../../src/demo/environment'
import { SAMPLE_PASSWORD } from '../../src/demo/province/accounts'
import { buildProvince } from '../../src/demo/province/build'
import { orgTree } from '../../src/demo/province/orgs'

const NOW = new Date('2026-11-22T02:32:00.000Z')
const keys = readKeyring(newKeys())
const province = buildProvince(keys, NOW)
const { main, withoutOperator, philosophy } = orgTree(2026)

const statusesIn = (branch: string) =>
  province.people.filter(({ checkIn }) => checkIn.branchId === branch).map(({ checkIn }) => checkIn.status)
const account = (key: string) => province.accounts.find(({ wechat }) => wechat?.openid === `sample-${key}`)
const named = (name: string) => province.people.find(({ identity }) => identity.name === name)

describe('the demo province', () => {
  it('has the sizes of the design: 52 organisations, 40 of them branches, and 1,500 people', () => {
    expect(province.orgs).toHaveLength(52)
    expect(province.orgs.filter(({ type }) => type === 'branch')).toHaveLength(40)
    expect(province.people).toHaveLength(1500)
  })

  it('gives nobody an id, a phone or a member number that somebody else has', () => {
    for (const ids of [
      province.people.map(({ _id }) => _id),
      province.accounts.map(({ phoneHash }) => phoneHash),
      province.accounts.map(({ _id }) => _id),
      province.claims.map(({ _id }) => _id),
      province.posts.map(({ _id }) => _id),
      province.notices.map(({ _id }) => _id),
    ])
      expect(new Set(ids).size).toBe(ids.length)
  })

  it('uses valid ID numbers of the unassigned county only', () => {
    for (const { _id, sealed } of province.people) {
      const number = open(keys.field, { collection: 'people', id: _id, field: 'idNumber' }, sealed.idNumber)
      expect(readIdNumber(number, '2026-11-22')).toMatchObject({ ok: true, value: { countyCode: '440199' } })
    }
  })

  it('is the same at every start, but for ciphertext', () => {
    const again = buildProvince(keys, NOW)
    expect(again.people.map(({ sealed: _, ...rest }) => rest)).toEqual(
      province.people.map(({ sealed: _, ...rest }) => rest),
    )
    expect(again.guide).toEqual(province.guide)
  })

  it('can be made in any season', () => {
    for (const now of ['2027-01-01T00:00:00.000Z', '2028-02-29T16:30:00.000Z', '2030-08-31T15:59:59.000Z'])
      expect(buildProvince(keys, new Date(now)).people).toHaveLength(1500)
  })
})

describe('the branch of the pictures', () => {
  it('has 23 members and 8 who wait, the longest for two days', () => {
    const statuses = statusesIn(main._id)
    expect(statuses.filter((status) => status === 'approved')).toHaveLength(23)
    expect(statuses.filter((status) => status === 'pending')).toHaveLength(8)
  })

  it('misses one name of the queue on its list and finds another with a slip of the pen', () => {
    const roster = province.orgs.find(({ _id }) => _id === main._id)?.roster ?? []
    expect(compareToRoster('何一舟', roster)).toEqual({ match: 'near', nearest: '何一洲' })
    expect(compareToRoster('欧阳若溪', roster).match).toBe('absent')
    expect(compareToRoster('许知夏', roster).match).toBe('listed')
  })

  it('shows the ends of the numbers as in the pictures', () => {
    expect(['何一舟', '许知夏', '马骁', '周予安'].map((name) => named(name)?.idTail)).toEqual([
      '0076',
      '0028',
      '003X',
      '0012',
    ])
  })
})

describe('who waits', () => {
  it('still has the next check and the reminders to come', () => {
    const waiting = named('周予安')
    expect(waiting?.realName.status).toBe('verifying')
    expect(waiting?.outbox.map(({ kind }) => kind)).toEqual(['reviewReminder', 'reviewReminder', 'realNameCheck'])
    expect(waiting?.dueAt?.getTime()).toBeGreaterThan(NOW.getTime())
  })

  it('is never checked without an end: every check under way has its next attempt', () => {
    for (const { realName, outbox } of province.people)
      expect(realName.status === 'verifying').toBe(outbox.some(({ kind }) => kind === 'realNameCheck'))
  })

  it('waits for the committee where the branch has no operator', () => {
    const there = province.people.filter(
      ({ checkIn }) => checkIn.branchId === withoutOperator._id && checkIn.status === 'pending',
    )
    expect(there.length).toBeGreaterThan(0)
    expect(new Set(there.map(({ checkIn }) => checkIn.reviewOrg))).toEqual(new Set([philosophy._id]))
  })

  it('is not decided by the applicant: a secretary was let in by the committee', () => {
    for (const { accountId, checkIn } of province.people)
      if (checkIn.decidedBy?.kind === 'cadre') expect(checkIn.decidedBy.accountId).not.toBe(accountId)
  })
})

describe('the personas', () => {
  it('enter with the sample password, by phone or by WeChat', async () => {
    for (const { key, openid, phone } of province.guide.personas.filter((persona) => persona.phone)) {
      expect(openid).toBe(`sample-${key}`)
      expect(phone).toMatch(/^138000\d{5}$/)
      expect(await isPassword(account(key)?.passwordHash, SAMPLE_PASSWORD)).toBe(true)
    }
  })

  it('include a cadre of three organisations who operates one of them', () => {
    const posts = province.posts.filter(({ accountId }) => accountId === account('threePosts')?._id)
    expect(posts).toHaveLength(3)
    expect(posts.filter(({ operator }) => operator)).toHaveLength(1)
  })

  it('hold codes that fit a WeChat scene', () => {
    for (const { code } of province.guide.codes) expect(code).toMatch(/^[\w-]{22}$/)
  })
})
