import { org as contract, type CodeView } from '#contract/org'
import { DAY, MINUTE } from '#domain/limits'
import type { Org } from '#domain/org'
import { aPost, aProvince, anAccount, anOrg } from '../../support/builders'
import { newCommandId, openStage, type Main, type Stage, type Who } from '../../support/stage'

// drawing a picture takes the local cloud a second or two inside jest
jest.setTimeout(60_000)

let stage: Stage
let main: Main
let school: Org
beforeAll(async () => {
  stage = await openStage()
  const { handlers } = await import('../../../cloudfunctions/org/handlers')
  const { serve } = await import('../../../cloudfunctions/_platform/serve')
  main = serve('org', contract, handlers, () => stage.world)
  school = (await aProvince(stage)).school
})
afterAll(() => stage.close())

const ask = (verb: 'code' | 'renewCode', who: Who, commandId?: string) =>
  stage.ask<CodeView>(main, verb, {}, who, commandId)

async function codeOf(verb: 'code' | 'renewCode', who: Who, commandId?: string): Promise<string> {
  const answer = await ask(verb, who, commandId)
  if (!answer.ok) throw new Error(answer.code)
  return answer.value.code
}

/** Somebody with a post in an organisation, acting there. */
async function aCadre(org: Org, operator = true): Promise<Who> {
  const { id, session } = await anAccount(stage)
  await aPost(stage, { accountId: id, org, operator })
  return { session, actingOrg: org._id }
}
const aBranch = () => anOrg(stage, { parent: school })

/** Whether the code still opens the branch, as a member's phone would ask. */
async function opens(code: string): Promise<boolean> {
  const { judgeCode } = await import('../../../cloudfunctions/_platform/branch')
  return judgeCode(await stage.world.db.tickets.find(code), stage.time.now).ok
}

describe('the code of a branch', () => {
  test('is made when there is none, lives 60 days, and has a picture', async () => {
    const branch = await aBranch()
    const answer = await ask('code', await aCadre(branch))
    expect(answer).toMatchObject({
      ok: true,
      value: { branchName: branch.shortName, expiresAt: new Date(stage.time.now.getTime() + 60 * DAY).toISOString() },
    })
    expect(answer.ok && answer.value.code).toMatch(/^[\w-]{22}$/)
    expect(answer.ok && answer.value.image).toMatch(/^data:image\/(png|jpeg);base64,[\w+/]{40}/)
  })

  test('stays the same while it is valid, for every operator of the branch', async () => {
    const branch = await aBranch()
    const code = await codeOf('code', await aCadre(branch))
    stage.time.pass(59 * DAY)
    expect(await codeOf('code', await aCadre(branch))).toBe(code)
    stage.time.pass(DAY)
    const later = await codeOf('code', await aCadre(branch))
    expect(later).not.toBe(code)
    expect([await opens(code), await opens(later)]).toEqual([false, true])
  })

  test('is made once when three ask at once', async () => {
    const who = await aCadre(await aBranch())
    const codes = await Promise.all(Array.from({ length: 3 }, () => codeOf('code', who)))
    expect(new Set(codes).size).toBe(1)
  })

  test('is another for each branch', async () => {
    const codes = [
      await codeOf('code', await aCadre(await aBranch())),
      await codeOf('code', await aCadre(await aBranch())),
    ]
    expect(codes[0]).not.toBe(codes[1])
  })
})

describe('renewing the code', () => {
  test('revokes the present one and makes another', async () => {
    const who = await aCadre(await aBranch())
    const old = await codeOf('code', who)
    const fresh = await codeOf('renewCode', who)
    expect([await opens(old), await opens(fresh)]).toEqual([false, true])
    expect(await codeOf('code', who)).toBe(fresh)
  })

  test('a retry of the same command gets the same code and revokes nothing more', async () => {
    const who = await aCadre(await aBranch())
    const command = newCommandId()
    const code = await codeOf('renewCode', who, command)
    expect(await codeOf('renewCode', who, command)).toBe(code)
    expect(await opens(code)).toBe(true)
  })

  test('a late retry leaves a newer code alone', async () => {
    const who = await aCadre(await aBranch())
    const command = newCommandId()
    await codeOf('renewCode', who, command)
    stage.time.pass(MINUTE)
    const newer = await codeOf('renewCode', who)
    await codeOf('renewCode', who, command)
    expect(await opens(newer)).toBe(true)
    expect(await codeOf('code', who)).toBe(newer)
  })

  test('a retry ends a renewal that broke off before the old code went', async () => {
    const branch = await aBranch()
    const who = await aCadre(branch)
    const old = await codeOf('code', who)
    const command = newCommandId()
    const fresh = await codeOf('renewCode', who, command)
    const revoked = await stage.world.db.tickets.find(old)
    if (revoked?.kind !== 'branchCode') throw new Error('the old code is gone')
    const unrevoked = { ...revoked, revokedAt: undefined }
    await stage.world.db.tickets.replace(revoked, unrevoked)
    expect(await opens(old)).toBe(true)

    expect(await codeOf('renewCode', who, command)).toBe(fresh)
    expect([await opens(old), await opens(fresh)]).toEqual([false, true])
  })
})

describe.each(['code', 'renewCode'] as const)('%s is refused', (verb) => {
  test('to whoever is not logged in', async () => {
    const { actingOrg } = await aCadre(await aBranch())
    expect(await ask(verb, { actingOrg })).toEqual({ ok: false, code: 'SIGNED_OUT' })
  })

  test('to an ordinary cadre of the branch', async () => {
    expect(await ask(verb, await aCadre(await aBranch(), false))).toEqual({ ok: false, code: 'NOT_ALLOWED' })
  })

  test('to an operator who acts in no organisation, or in one where they hold no post', async () => {
    const { session } = await aCadre(await aBranch())
    const { _id: actingOrg } = await aBranch()
    expect(await ask(verb, { session })).toEqual({ ok: false, code: 'NOT_ALLOWED' })
    expect(await ask(verb, { session, actingOrg })).toEqual({ ok: false, code: 'NOT_ALLOWED' })
  })

  test('to an operator whose post has been disabled', async () => {
    const branch = await aBranch()
    const { id, session } = await anAccount(stage)
    await aPost(stage, { accountId: id, org: branch, state: 'disabled' })
    expect(await ask(verb, { session, actingOrg: branch._id })).toEqual({ ok: false, code: 'NOT_ALLOWED' })
  })

  test('to the operator of a committee: only branches have a code', async () => {
    expect(await ask(verb, await aCadre(school))).toEqual({ ok: false, code: 'NOT_FOUND' })
  })
})
