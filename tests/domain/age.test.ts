import { joiningAge, judgeEligibility, judgeJoiningAge } from '#domain/age'

describe('the age of joining', () => {
  test('is counted in months', () => {
    expect(joiningAge('2006-03-15', '2020-05')).toBe(14 * 12 + 2)
  })

  test.each([
    ['2003-06-20', '2015-05', 'tooYoung'],
    ['2003-06-20', '2015-06', 'unusual'],
    ['2003-06-20', '2016-12', 'unusual'],
    ['2004-12-31', '2016-12', 'unusual'],
    ['2005-01-01', '2016-12', 'tooYoung'],
    ['2004-12-31', '2017-01', 'tooYoung'],
    ['2004-01-31', '2017-01', 'unusual'],
    ['2004-02-01', '2017-01', 'tooYoung'],
    ['2006-03-15', '2019-02', 'tooYoung'],
    ['2006-03-15', '2019-03', 'unusual'],
    ['2006-03-15', '2020-02', 'unusual'],
    ['2006-03-15', '2020-03', 'ok'],
    ['1996-03-15', '2024-02', 'ok'],
    ['1996-03-15', '2024-03', 'tooOld'],
    ['2006-03-15', '2005-01', 'tooYoung'],
  ])('born %s, joined %s: %s', (born, joined, verdict) => {
    expect(judgeJoiningAge(born, joined)).toBe(verdict)
  })
})

describe('who may check in', () => {
  test.each([
    ['the day before the 14th birthday', '2010-09-02', false, 'under14'],
    ['on the 14th birthday', '2010-09-01', false, 'ok'],
    ['the day before the 28th birthday', '1996-09-02', false, 'ok'],
    ['on the 28th birthday', '1996-09-01', false, 'over28'],
    ['on the 28th birthday, in a post', '1996-09-01', true, 'ok'],
    ['under 14, in a post', '2010-09-02', true, 'under14'],
  ])('%s', (_, born, holdsPost, verdict) => {
    expect(judgeEligibility(born, '2024-09-01', { holdsPost })).toBe(verdict)
  })

  test('somebody born on 29 February turns 14 on 1 March of a common year', () => {
    expect(judgeEligibility('2008-02-29', '2022-02-28', { holdsPost: false })).toBe('under14')
    expect(judgeEligibility('2008-02-29', '2022-03-01', { holdsPost: false })).toBe('ok')
  })
})
