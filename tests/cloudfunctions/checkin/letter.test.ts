import { anAccount, anOpenid, type AnAccount } from '../../support/builders'
import { aJpeg } from '../support/pictures'
import { aForm, codeOf, openJourney, submit, valueOf, type Journey } from '../support/journey'

let journey: Journey
let files: typeof import('../../../cloudfunctions/_platform/cloud').files
beforeAll(async () => {
  journey = await openJourney()
  files = (await import('../../../cloudfunctions/_platform/cloud')).files
})
afterAll(() => journey.stage.close())

async function aPhoto(who: AnAccount): Promise<string> {
  const { stage, checkin } = journey
  const { ticket, cloudPath } = valueOf(
    await stage.ask<{ ticket: string; cloudPath: string }>(checkin, 'startLetterPhoto', {}, who),
  )
  valueOf(await stage.ask(checkin, 'addLetterPhoto', { ticket, fileId: await files.put(cloudPath, aJpeg()) }, who))
  return ticket
}
const letter = (photos: string[]) => ({
  number: '示例字第 0001 号',
  issuer: '示例省示例中学团委',
  issuedOn: '2026-08-20',
  photos,
})
const fromElsewhere = (photos: string[]) => aForm({ arrivalKind: 'otherProvince', letter: letter(photos) })

describe('somebody from another province', () => {
  test('hands in the letter with its photos, and the branch can look at them', async () => {
    const { stage, review, desk } = journey
    const freshman = await anAccount(stage, { openid: anOpenid() })
    valueOf(await submit(journey, freshman, fromElsewhere([await aPhoto(freshman)])))
    const [person] = await stage.world.db.people.list({ accountId: freshman.id }, { limit: 1 })
    const shown = valueOf(
      await stage.ask<{ letterPhotoCount: number; hints: { code: string }[] }>(
        review,
        'detail',
        { person: person?._id },
        desk,
      ),
    )
    expect(shown.letterPhotoCount).toBe(1)
    expect(shown.hints.map(({ code }) => code)).toContain('LETTER_FRESH')
    const { links } = valueOf(
      await stage.ask<{ links: string[] }>(review, 'photos', { person: person?._id, of: 'letter' }, desk),
    )
    expect((await fetch(String(links[0]))).ok).toBe(true)
  })

  test('cannot use a photo that somebody else has uploaded', async () => {
    const [freshman, other] = [
      await anAccount(journey.stage, { openid: anOpenid() }),
      await anAccount(journey.stage, { openid: anOpenid() }),
    ]
    const outcome = await submit(journey, freshman, fromElsewhere([await aPhoto(other)]))
    expect(outcome).toMatchObject({
      ok: false,
      code: 'FORM_INVALID',
      detail: { issues: ['letter:LETTER_PHOTOS_MISSING'] },
    })
  })

  test('without a letter is told so', async () => {
    const freshman = await anAccount(journey.stage, { openid: anOpenid() })
    expect(codeOf(await submit(journey, freshman, aForm({ arrivalKind: 'otherProvince' })))).toBe('FORM_INVALID')
  })
})
