import type { Refusal } from '#contract/index'
import type { NoticeKind } from '#contract/notice'
import type { FormIssueCode } from '#domain/check-in-form'
import { FORM_ISSUE_CODES } from '#domain/check-in-form'
import { refuse } from '#domain/outcome'
import { FORM_SENTENCES, NOTICES, REFUSALS, sentenceOf } from '../../src/miniprogram/messages'

const codes = Object.keys(REFUSALS)

describe('every code has a sentence', () => {
  it('or the program does not compile', () => {
    const { OFFLINE: _offline, ...fewer } = REFUSALS
    // @ts-expect-error a refusal without a sentence
    const refusals: Record<Refusal, unknown> = fewer
    const { NAME_MISSING: _missing, ...fewerSentences } = FORM_SENTENCES
    // @ts-expect-error an issue of the form without a sentence
    const sentences: Record<FormIssueCode, string> = fewerSentences
    const { checkInReturned: _returned, ...fewerNotices } = NOTICES
    // @ts-expect-error a message without words
    const notices: Record<NoticeKind, unknown> = fewerNotices
    expect([refusals, sentences, notices]).toHaveLength(3)
  })

  it.each(codes)('%s says something in Chinese, with and without details', (code) => {
    expect(sentenceOf(refuse(code))).toMatch(/[一-鿿]/)
    expect(sentenceOf(refuse(code))).not.toMatch(/undefined|NaN|\[object/)
  })

  it.each(FORM_ISSUE_CODES)('%s is one sentence that blames nobody', (code) => {
    expect(FORM_SENTENCES[code]).toMatch(/。$/)
    expect(FORM_SENTENCES[code]).not.toMatch(/您|错误|失败|非法|！/)
  })
})

describe('a sentence', () => {
  it('names who was faster and what it is now', () => {
    const said = sentenceOf(refuse('STALE', { status: 'approved', by: '林晓禾', at: '2020-09-12T02:20:00.000Z' }))
    expect(said).toBe('刚刚有变化（林晓禾，2020年9月12日 10:20），现在是「已通过」，请看最新的再办。')
  })

  it('tells how long to wait', () => {
    expect(sentenceOf(refuse('CODE_TOO_SOON', { waitSeconds: 42 }))).toBe('验证码刚发过，42 秒后可以再要。')
    expect(sentenceOf(refuse('CODE_TOO_MANY', { waitSeconds: 3600 }))).toContain('60 分钟')
  })

  it('is a general one for a code of a newer server', () => {
    expect(sentenceOf(refuse('FROM_THE_FUTURE'))).toContain('没能办成')
  })
})
