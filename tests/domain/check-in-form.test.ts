import {
  checkChange,
  checkForm,
  checkPage,
  defaultsFor,
  FORM_ISSUE_CODES,
  type FormIssueCode,
  type FormValues,
} from '#domain/check-in-form'
import { CHECK_IN_FIELDS, FIELDS } from '#domain/fields'
import type { CheckInField } from '#domain/check-in-values'
import { aPerson, idNumberOf, someValues, TODAY } from './builders'

const FACTS = { today: TODAY, holdsPost: false }
const issuesOf = (more: FormValues, facts = FACTS) =>
  checkForm({ ...someValues(), ...more }, facts).issues.map(({ field, code, level }) => `${level} ${field} ${code}`)
const without = (field: CheckInField): FormValues => ({ [field]: undefined })

const letter = { number: '粤团介第 1 号', issuer: '示例市团委', issuedOn: '2024-08-20', photos: ['a'] }
const post = { post: 'secretary', since: '2024-03', nature: 'partTime', partyBody: false } as const
const fromOutside: FormValues = { arrivalKind: 'otherProvince', letter }
const outside: FormValues = { idType: 'outsideMainland', idNumber: 'H12345678', birthDate: '2006-03-15', sex: 'female' }
const party: FormValues = { politicalStatus: 'partyMember', partyJoinedMonth: '2024-06' }

describe('a sound form', () => {
  test.each<[string, FormValues]>([
    ['of a freshman', {}],
    ['of a freshman of this minute’s defaults', defaultsFor({})],
    ['from another province, with the letter', fromOutside],
    ['with a document from outside the mainland', outside],
    ['of a Party member', party],
    ['of a branch cadre', { isBranchCadre: true, branchPost: post }],
    [
      'of a cadre with a post of another name',
      { isBranchCadre: true, branchPost: { ...post, post: 'other', otherTitle: '学习委员' } },
    ],
    ['of somebody of a people without a code', { ethnicity: 'other', ethnicityOther: '穿青人' }],
    ['of somebody at work, without a unit', { occupation: 'farmer', unit: undefined, incomeBand: 'ruralUnfixed' }],
    [
      'of somebody who joined before numbers were given',
      { idNumber: idNumberOf('2002-03-15'), joinedMonth: '2016-12', memberNumber: undefined },
    ],
    [
      'with every contact',
      {
        email: 'li.ming@example.com',
        qq: '10001',
        wechatId: 'li_ming',
        weibo: '李明',
        volunteerSince: '2024-09',
        residencePlace: { code: '440199', name: '示例区' },
      },
    ],
  ])('%s has no issue', (_, more) => {
    const { ready, issues } = checkForm({ ...someValues(), ...more }, FACTS)
    expect(issues).toEqual([])
    expect(ready).toBeDefined()
  })

  test('comes out in one spelling, with birth date and sex from the number', () => {
    const { ready } = checkForm(
      someValues({
        name: ' 阿卜杜拉 • 买买提 ',
        idNumber: '４４０１９９ 20060315 0012',
        birthDate: '1990-01-01',
        sex: 'female',
        memberNumber: ' 2020 0000 0001 ',
        joinedUnit: ' 广州市\n示例中学 ',
        email: 'ｌｉ@example.com ',
        wechatId: '',
      }),
      FACTS,
    )
    expect(ready).toEqual({
      ...someValues({
        name: '阿卜杜拉·买买提',
        idNumber: '440199200603150012',
        email: 'li@example.com',
        joinedUnit: '广州市 示例中学',
      }),
      birthDate: '2006-03-15',
      sex: 'male',
    })
  })

  test('drops what another answer would ask for', () => {
    const { ready } = checkForm(
      someValues({ letter, branchPost: post, partyJoinedMonth: '2024-06', ethnicityOther: '穿青人' }),
      FACTS,
    )
    for (const field of ['letter', 'branchPost', 'partyJoinedMonth', 'ethnicityOther'])
      expect(ready).not.toHaveProperty(field)
  })

  test('puts a student into the students’ band of income', () => {
    expect(checkForm(someValues({ incomeBand: 'above10000' }), FACTS).ready?.incomeBand).toBe('student')
    expect(checkForm({ ...someValues(), incomeBand: undefined }, FACTS).ready?.incomeBand).toBe('student')
  })

  test('judged twice comes out the same', () => {
    for (const more of [{}, fromOutside, outside, party]) {
      const { ready } = checkForm({ ...someValues(), ...more }, FACTS)
      expect(checkForm(ready ?? {}, FACTS)).toEqual({ ready, issues: [] })
    }
  })

  test('leaves the typed values as they were', () => {
    const typed = Object.freeze(someValues({ ...fromOutside, name: ' 李明 ' }))
    checkForm(typed, FACTS)
    expect(typed.name).toBe(' 李明 ')
  })
})

const CASES: [string, FormValues, CheckInField, FormIssueCode][] = [
  ['no answer where from', without('arrivalKind'), 'arrivalKind', 'ARRIVAL_MISSING'],
  ['in the system already', { arrivalKind: 'inSystem' }, 'arrivalKind', 'ARRIVAL_USE_TRANSFER'],
  ['no name', without('name'), 'name', 'NAME_MISSING'],
  ['a name of spaces', { name: '  ' }, 'name', 'NAME_MISSING'],
  ['a name of one character', { name: '李' }, 'name', 'NAME_SHORT'],
  ['a name of 31 characters', { name: '李'.repeat(31) }, 'name', 'NAME_LONG'],
  ['a name with a digit', { name: '李明2' }, 'name', 'NAME_DIGITS'],
  ['a name with a hidden mark', { name: '李\u200e明' }, 'name', 'NAME_INVISIBLE'],
  ['a name that ends in a dot', { name: '李明·' }, 'name', 'NAME_DOT'],
  ['a name with a smile', { name: '李明😀' }, 'name', 'NAME_CHARACTERS'],
  ['no ID type', without('idType'), 'idType', 'ID_TYPE_MISSING'],
  ['no number', without('idNumber'), 'idNumber', 'ID_MISSING'],
  ['an old number', { idNumber: '440199060315001' }, 'idNumber', 'ID_FIFTEEN_DIGITS'],
  ['a short number', { idNumber: '4401992006' }, 'idNumber', 'ID_LENGTH'],
  ['a number with letters', { idNumber: '44019920060315OO12' }, 'idNumber', 'ID_CHARACTERS'],
  ['a number from nowhere', { idNumber: '000199200603150012' }, 'idNumber', 'ID_PROVINCE'],
  ['a number without a day', { idNumber: '440199200602300012' }, 'idNumber', 'ID_DATE'],
  ['a number of tomorrow', { idNumber: idNumberOf('2024-09-02') }, 'idNumber', 'ID_DATE_FUTURE'],
  ['a number with a slip', { idNumber: '440199200603150013' }, 'idNumber', 'ID_CHECK_DIGIT'],
  ['somebody who turns 14 tomorrow', { idNumber: idNumberOf('2010-09-02') }, 'idNumber', 'UNDER_14'],
  [
    'somebody who turns 28 today',
    { idNumber: idNumberOf('1996-09-01'), joinedMonth: '2012-05', memberNumber: undefined },
    'idNumber',
    'OVER_28',
  ],
  ['a foreign number of signs', { ...outside, idNumber: 'H*' }, 'idNumber', 'OUTSIDE_NUMBER_FORMAT'],
  ['no birth date', { ...outside, birthDate: undefined }, 'birthDate', 'BIRTH_DATE_MISSING'],
  ['a birth date that never was', { ...outside, birthDate: '2006-02-29' }, 'birthDate', 'BIRTH_DATE_FORMAT'],
  ['a birth date of tomorrow', { ...outside, birthDate: '2024-09-02' }, 'birthDate', 'BIRTH_DATE_FUTURE'],
  ['a typed birth date under 14', { ...outside, birthDate: '2010-09-02' }, 'birthDate', 'UNDER_14'],
  ['no sex', { ...outside, sex: undefined }, 'sex', 'SEX_MISSING'],
  ['no ethnicity', without('ethnicity'), 'ethnicity', 'ETHNICITY_MISSING'],
  ['other without a name', { ethnicity: 'other' }, 'ethnicityOther', 'ETHNICITY_OTHER_MISSING'],
  [
    'other with a long name',
    { ethnicity: 'other', ethnicityOther: '人'.repeat(21) },
    'ethnicityOther',
    'ETHNICITY_OTHER_LONG',
  ],
  ['no household place', without('householdPlace'), 'householdPlace', 'HOUSEHOLD_MISSING'],
  [
    'a household place from nowhere',
    { householdPlace: { code: '990199', name: '某地' } },
    'householdPlace',
    'HOUSEHOLD_FORMAT',
  ],
  ['no joined month', without('joinedMonth'), 'joinedMonth', 'JOINED_MISSING'],
  ['month thirteen', { joinedMonth: '2020-13' }, 'joinedMonth', 'JOINED_FORMAT'],
  ['joined next month', { joinedMonth: '2024-10', memberNumber: '202400000001' }, 'joinedMonth', 'JOINED_FUTURE'],
  ['joined under 13', { joinedMonth: '2019-02', memberNumber: '201900000001' }, 'joinedMonth', 'JOINED_TOO_YOUNG'],
  ['joined at 28', { ...outside, birthDate: '1992-01-01', joinedMonth: '2020-01' }, 'joinedMonth', 'JOINED_TOO_OLD'],
  ['joined between 13 and 14', { joinedMonth: '2020-02' }, 'joinedMonth', 'JOINED_UNUSUAL'],
  ['no unit when joining', without('joinedUnit'), 'joinedUnit', 'JOINED_UNIT_MISSING'],
  ['a unit of hidden marks', { joinedUnit: '\u200b' }, 'joinedUnit', 'JOINED_UNIT_MISSING'],
  ['a long unit when joining', { joinedUnit: '校'.repeat(65) }, 'joinedUnit', 'JOINED_UNIT_LONG'],
  ['no member number', without('memberNumber'), 'memberNumber', 'MEMBER_NUMBER_MISSING'],
  [
    'no member number in the first month of numbers',
    { idNumber: idNumberOf('2002-03-15'), joinedMonth: '2017-01', memberNumber: undefined },
    'memberNumber',
    'MEMBER_NUMBER_MISSING',
  ],
  ['eleven digits', { memberNumber: '20200000001' }, 'memberNumber', 'MEMBER_NUMBER_FORMAT'],
  ['another year', { memberNumber: '202100000001' }, 'memberNumber', 'MEMBER_NUMBER_YEAR'],
  ['no political status', without('politicalStatus'), 'politicalStatus', 'POLITICAL_STATUS_MISSING'],
  [
    'a Party member without a month',
    { ...party, partyJoinedMonth: undefined },
    'partyJoinedMonth',
    'PARTY_MONTH_MISSING',
  ],
  ['a Party month that never was', { ...party, partyJoinedMonth: '2024-00' }, 'partyJoinedMonth', 'PARTY_MONTH_FORMAT'],
  ['a Party month of the future', { ...party, partyJoinedMonth: '2024-10' }, 'partyJoinedMonth', 'PARTY_MONTH_FUTURE'],
  [
    'a Party month before the League',
    { ...party, partyJoinedMonth: '2020-04' },
    'partyJoinedMonth',
    'PARTY_MONTH_BEFORE_JOINED',
  ],
  ['a Party month under 18', { ...party, partyJoinedMonth: '2024-02' }, 'partyJoinedMonth', 'PARTY_MONTH_UNDER_18'],
  ['no answer about a post', without('isBranchCadre'), 'isBranchCadre', 'CADRE_ANSWER_MISSING'],
  ['a cadre without a post', { isBranchCadre: true }, 'branchPost', 'POST_MISSING'],
  [
    'another post without a name',
    { isBranchCadre: true, branchPost: { ...post, post: 'other' } },
    'branchPost',
    'POST_TITLE_MISSING',
  ],
  [
    'another post with a long name',
    { isBranchCadre: true, branchPost: { ...post, post: 'other', otherTitle: '长'.repeat(21) } },
    'branchPost',
    'POST_TITLE_LONG',
  ],
  [
    'a post since never',
    { isBranchCadre: true, branchPost: { ...post, since: '' } },
    'branchPost',
    'POST_SINCE_FORMAT',
  ],
  [
    'a post from next month',
    { isBranchCadre: true, branchPost: { ...post, since: '2024-10' } },
    'branchPost',
    'POST_SINCE_FUTURE',
  ],
  [
    'a post of no nature',
    { isBranchCadre: true, branchPost: { ...post, nature: '' as never } },
    'branchPost',
    'POST_NATURE_MISSING',
  ],
  ['no letter', { arrivalKind: 'otherProvince' }, 'letter', 'LETTER_MISSING'],
  [
    'a letter without a number',
    { ...fromOutside, letter: { ...letter, number: ' ' } },
    'letter',
    'LETTER_NUMBER_MISSING',
  ],
  [
    'a letter with a long number',
    { ...fromOutside, letter: { ...letter, number: '1'.repeat(33) } },
    'letter',
    'LETTER_NUMBER_LONG',
  ],
  ['a letter from nobody', { ...fromOutside, letter: { ...letter, issuer: '' } }, 'letter', 'LETTER_ISSUER_MISSING'],
  [
    'a letter from a long name',
    { ...fromOutside, letter: { ...letter, issuer: '团'.repeat(65) } },
    'letter',
    'LETTER_ISSUER_LONG',
  ],
  ['a letter without a day', { ...fromOutside, letter: { ...letter, issuedOn: '' } }, 'letter', 'LETTER_DATE_FORMAT'],
  [
    'a letter of tomorrow',
    { ...fromOutside, letter: { ...letter, issuedOn: '2024-09-02' } },
    'letter',
    'LETTER_DATE_FUTURE',
  ],
  [
    'a letter older than six months',
    { ...fromOutside, letter: { ...letter, issuedOn: '2024-02-29' } },
    'letter',
    'LETTER_EXPIRED',
  ],
  [
    'a letter older than 90 days',
    { ...fromOutside, letter: { ...letter, issuedOn: '2024-06-02' } },
    'letter',
    'LETTER_OLD',
  ],
  [
    'a letter without a picture',
    { ...fromOutside, letter: { ...letter, photos: [] } },
    'letter',
    'LETTER_PHOTOS_MISSING',
  ],
  [
    'a letter with four pictures',
    { ...fromOutside, letter: { ...letter, photos: ['a', 'b', 'c', 'd'] } },
    'letter',
    'LETTER_PHOTOS_MANY',
  ],
  ['no education', without('education'), 'education', 'EDUCATION_MISSING'],
  ['no highest education', without('highestEducation'), 'highestEducation', 'HIGHEST_EDUCATION_MISSING'],
  [
    'a highest education below the full-time one',
    { highestEducation: 'seniorHigh' },
    'highestEducation',
    'EDUCATION_ORDER',
  ],
  ['an occupation of no list', { occupation: 'wizard' as never, unit: undefined }, 'occupation', 'OCCUPATION_UNKNOWN'],
  ['a student of no school', without('unit'), 'unit', 'UNIT_MISSING'],
  ['a long unit', { unit: '校'.repeat(65) }, 'unit', 'UNIT_LONG'],
  ['no income', { occupation: 'farmer', incomeBand: undefined }, 'incomeBand', 'INCOME_MISSING'],
  [
    'a residence from nowhere',
    { residencePlace: { code: '44', name: '广东省' } },
    'residencePlace',
    'RESIDENCE_FORMAT',
  ],
  ['an e-mail without a host', { email: 'li@' }, 'email', 'EMAIL_FORMAT'],
  ['a long e-mail', { email: `${'a'.repeat(60)}@example.com` }, 'email', 'EMAIL_LONG'],
  ['a QQ of letters', { qq: 'liming' }, 'qq', 'QQ_FORMAT'],
  ['a WeChat name of four', { wechatId: 'liming 李' }, 'wechatId', 'WECHAT_FORMAT'],
  ['a long Weibo name', { weibo: '微'.repeat(65) }, 'weibo', 'WEIBO_LONG'],
  ['a volunteer since never', { volunteerSince: '2024' }, 'volunteerSince', 'VOLUNTEER_FORMAT'],
  ['a volunteer from next month', { volunteerSince: '2024-10' }, 'volunteerSince', 'VOLUNTEER_FUTURE'],
]
const WARNINGS: FormIssueCode[] = ['JOINED_UNUSUAL', 'LETTER_OLD', 'EDUCATION_ORDER']

describe('one mistake', () => {
  test.each(CASES)('%s', (_, more, field, code) => {
    const level = WARNINGS.includes(code) ? 'warning' : 'error'
    const { ready, issues } = checkForm({ ...someValues(), ...more }, FACTS)
    expect(issues).toContainEqual({ field, code, level })
    expect(issues.filter((issue) => issue.field === field)).toHaveLength(1)
    expect(ready === undefined).toBe(issues.some((issue) => issue.level === 'error'))
  })
  test('of every kind is in the table above', () => {
    expect([...new Set(CASES.map(([, , , code]) => code))].sort()).toEqual([...FORM_ISSUE_CODES].sort())
  })
})

describe('on the day', () => {
  test.each([
    ['the 14th birthday', idNumberOf('2010-09-01'), 'UNDER_14', false],
    ['the day of birth', idNumberOf('2024-09-01'), 'UNDER_14', true],
    ['the day before the 14th birthday', idNumberOf('2010-09-02'), 'UNDER_14', true],
    ['the day before the 28th birthday', idNumberOf('1996-09-02'), 'OVER_28', false],
    ['the 28th birthday', idNumberOf('1996-09-01'), 'OVER_28', true],
  ])('%s', (_, idNumber, code, refused) => {
    expect(issuesOf({ idNumber }).includes(`error idNumber ${code}`)).toBe(refused)
  })
  test('a typed birth date of today is too young, not in the future', () => {
    expect(issuesOf({ ...outside, birthDate: TODAY })).toContain('error birthDate UNDER_14')
    expect(issuesOf({ ...outside, birthDate: TODAY }).join()).not.toContain('BIRTH_DATE_FUTURE')
  })
  test('whoever holds a post stays beyond 28, and nobody comes in under 14', () => {
    const inPost = { today: TODAY, holdsPost: true }
    expect(issuesOf({ idNumber: idNumberOf('1996-09-01') }, inPost)).not.toContain('error idNumber OVER_28')
    expect(issuesOf({ idNumber: idNumberOf('2010-09-02') }, inPost)).toContain('error idNumber UNDER_14')
  })
  test.each([
    ['2024-06-03', []],
    ['2024-06-02', ['warning letter LETTER_OLD']],
    ['2024-03-01', ['warning letter LETTER_OLD']],
    ['2024-02-29', ['error letter LETTER_EXPIRED']],
  ])('a letter of %s', (issuedOn, issues) => {
    expect(issuesOf({ arrivalKind: 'otherProvince', letter: { ...letter, issuedOn } })).toEqual(issues)
  })
})

describe('at its longest', () => {
  const long = (count: number) => '长'.repeat(count)
  test.each<[string, FormValues]>([
    ['a unit of 64 characters', { unit: long(64), joinedUnit: long(64) }],
    ['a rare unit of 64 characters', { unit: '𠮷'.repeat(64) }],
    ['a people of 20', { ethnicity: 'other', ethnicityOther: long(20) }],
    [
      'a post of 20',
      { isBranchCadre: true, branchPost: { ...post, post: 'other', otherTitle: long(20), since: '2024-09' } },
    ],
    [
      'a letter with everything',
      { ...fromOutside, letter: { number: long(32), issuer: long(64), issuedOn: TODAY, photos: ['a', 'b', 'c'] } },
    ],
    ['an e-mail of 64', { email: `${'a'.repeat(52)}@example.com` }],
    ['a Weibo name of 64', { weibo: long(64) }],
    [
      'a place of 64',
      { householdPlace: { code: '440199', name: long(64) }, residencePlace: { code: '440199', name: long(64) } },
    ],
    ['a Party month in the month of the 18th birthday', { ...party, partyJoinedMonth: '2024-03' }],
    [
      'a Party month that is the joined one',
      { ...party, partyJoinedMonth: '2024-06', joinedMonth: '2024-06', memberNumber: '202400000001' },
    ],
    ['a Party month of today', { ...party, partyJoinedMonth: '2024-09' }],
    ['joined this month', { joinedMonth: '2024-09', memberNumber: '202400000001' }],
  ])('%s is sound', (_, more) => {
    expect(issuesOf(more)).toEqual([])
  })
  test.each<[string, FormValues, string]>([
    ['a place of 65', { householdPlace: { code: '440199', name: long(65) } }, 'error householdPlace HOUSEHOLD_FORMAT'],
    [
      'a residence of 65',
      { residencePlace: { code: '440199', name: long(65) } },
      'error residencePlace RESIDENCE_FORMAT',
    ],
    [
      'a place without a name',
      { householdPlace: { code: '440199', name: '' } },
      'error householdPlace HOUSEHOLD_FORMAT',
    ],
  ])('%s is not', (_, more, issue) => {
    expect(issuesOf(more)).toEqual([issue])
  })
})

describe('an empty form', () => {
  test('names every required field once, in the order of the form', () => {
    const { ready, issues } = checkForm({}, FACTS)
    expect(ready).toBeUndefined()
    const missing = issues.map(({ field }) => field)
    const always = CHECK_IN_FIELDS.filter((field) => FIELDS[field].required === 'always' && field !== 'idNumber')
    expect(missing).toEqual(always)
    for (const { level, code } of issues) expect([level, code]).toEqual(['error', expect.stringMatching(/_MISSING$/)])
  })
  test('is judged page by page', () => {
    for (const page of [1, 2, 3, 4] as const) {
      for (const { field } of checkPage({}, page, FACTS)) expect(FIELDS[field].page).toBe(page)
    }
    expect(checkPage({}, 4, FACTS)).toEqual([])
    expect(checkPage(someValues(), 2, FACTS)).toEqual([])
  })
})

describe('a returned form', () => {
  const facts = { ...FACTS, onFile: { idType: 'residentCard', birthDate: '2006-03-15', sex: 'male' } as const }
  test('keeps the number on file', () => {
    const { ready, issues } = checkForm(someValues({ idNumber: '' }), facts)
    expect(issues).toEqual([])
    expect(ready).toMatchObject({ idNumber: '', birthDate: '2006-03-15', sex: 'male' })
  })
  test('is judged by the number on file', () => {
    expect(checkForm(someValues({ idNumber: '', joinedMonth: '2019-02' }), facts).issues).toContainEqual({
      field: 'joinedMonth',
      code: 'JOINED_TOO_YOUNG',
      level: 'error',
    })
  })
  test('needs a number again when the document is another one', () => {
    expect(checkForm({ ...someValues(), ...outside, idNumber: '' }, facts).issues).toContainEqual({
      field: 'idNumber',
      code: 'ID_MISSING',
      level: 'error',
    })
  })
})

describe('a wanted change', () => {
  const person = aPerson({ member: true })
  const change = (wanted: Parameters<typeof checkChange>[1]) => checkChange(person, wanted, { today: TODAY })

  test('comes out in one spelling, only with what is wanted', () => {
    expect(change({ email: ' ｌｉ@example.com' })).toEqual({ ready: { email: 'li@example.com' }, issues: [] })
  })
  test('may clear what nobody has to give', () => {
    expect(change({ email: '' })).toEqual({ ready: { email: '' }, issues: [] })
  })
  test('may not clear what is required', () => {
    expect(change({ unit: '' }).issues).toEqual([{ field: 'unit', code: 'UNIT_MISSING', level: 'error' }])
  })
  test('is refused when something on file no longer fits it', () => {
    expect(change({ joinedMonth: '2021-05' })).toEqual({
      ready: undefined,
      issues: [{ field: 'memberNumber', code: 'MEMBER_NUMBER_YEAR', level: 'error' }],
    })
    expect(change({ joinedMonth: '2021-05', memberNumber: '202100000001' }).issues).toEqual([])
  })
  test('is judged by the birth date on file', () => {
    expect(change({ joinedMonth: '2019-02' }).issues).toContainEqual({
      field: 'joinedMonth',
      code: 'JOINED_TOO_YOUNG',
      level: 'error',
    })
  })
  test('is not held up by what was wrong before', () => {
    const old = aPerson({ member: true, profile: { memberNumber: '12' } })
    expect(checkChange(old, { qq: '10001' }, { today: TODAY }).issues).toEqual([])
    expect(checkChange(old, { memberNumber: '12' }, { today: TODAY }).ready).toBeUndefined()
  })
})

test('the defaults are a freshman’s, and only they', () => {
  expect(defaultsFor({ arrival: 'otherProvince' })).toMatchObject({
    arrivalKind: 'otherProvince',
    ethnicity: '01',
    occupation: 'student',
  })
  expect(Object.keys(defaultsFor({})).filter((field) => ['name', 'idNumber', 'joinedMonth'].includes(field))).toEqual(
    [],
  )
})
