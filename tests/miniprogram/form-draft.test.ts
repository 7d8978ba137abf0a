import type { FormValues } from '#domain/check-in-form'
import { draftOf, readDraft } from '../../src/miniprogram/form/draft'

const NUMBER = '440199200603150012'
const typed: FormValues = {
  arrivalKind: 'inProvince',
  name: '周予安',
  idType: 'residentCard',
  idNumber: NUMBER,
  birthDate: '2006-03-15',
  sex: 'male',
  joinedMonth: '2020-05',
  memberNumber: '202012340031',
  householdPlace: { code: '440000', name: '广东省' },
}
const inWords = (values: FormValues) => JSON.stringify(draftOf(values))

describe('a draft', () => {
  it('keeps what was typed', () => {
    expect(draftOf(typed)).toEqual({
      arrivalKind: 'inProvince',
      name: '周予安',
      idType: 'residentCard',
      joinedMonth: '2020-05',
      memberNumber: '202012340031',
      householdPlace: { code: '440000', name: '广东省' },
    })
  })

  it('never holds the ID number, nor the birth date that it tells', () => {
    expect(inWords(typed)).not.toContain(NUMBER)
    expect(inWords(typed)).not.toContain('2006-03-15')
  })

  it.each<[string, FormValues]>([
    ['the name', { ...typed, name: NUMBER }],
    ['the name, with spaces', { ...typed, name: '440199 20060315 0012' }],
    ['the unit, among other words', { ...typed, unit: `周予安${NUMBER}` }],
    ['the unit, in full-width figures', { ...typed, unit: '４４０１９９２００６０３１５００１２' }],
    ['a place', { ...typed, householdPlace: { code: '440000', name: NUMBER } }],
    ['the letter', { ...typed, letter: { number: NUMBER, issuer: '', issuedOn: '', photos: [] } }],
    ['the WeChat name, with a small x', { ...typed, idNumber: '', wechatId: '44019920060315003x' }],
  ])('does not hold it either when it was pasted into %s', (_where, values) => {
    const digits = inWords(values).replace(/[\s-]/g, '')
    expect(digits).not.toMatch(/\d{17}[\dXx]/)
    expect(digits).not.toContain('４４０１９９')
  })

  it('does not hold the number of a document from outside the mainland, but what its owner typed beside it', () => {
    const draft = draftOf({ ...typed, idType: 'outsideMainland', idNumber: 'h1234567', unit: 'H1234567' })
    expect(JSON.stringify(draft)).not.toMatch(/h1234567/i)
    expect(draft).toMatchObject({ birthDate: '2006-03-15', sex: 'male' })
  })

  it('leaves out a post that is only half chosen', () => {
    const halfPost = { since: '', nature: 'partTime', partyBody: false } as NonNullable<FormValues['branchPost']> // as the form holds it meanwhile
    expect(draftOf({ isBranchCadre: true, branchPost: halfPost })).toEqual({ isBranchCadre: true })
  })

  it('reads as absent when it is not one of ours', () => {
    const draft = { owner: 'a', step: 2, savedAt: '2026-09-12T02:00:00.000Z', values: { name: '周予安' } }
    expect(readDraft(draft)).toEqual(draft)
    expect(readDraft(undefined)).toBeUndefined()
    expect(readDraft({ ...draft, step: 9 })).toBeUndefined()
    expect(readDraft({ ...draft, values: { idNumber: NUMBER } })).toBeUndefined()
  })
})
