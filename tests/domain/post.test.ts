import { isInForce, POST_STATES, POST_TITLE_LABELS, titleLabel, titlesFor } from '#domain/post'
import { ORG_TYPES } from '#domain/org'

test.each([
  [{ titles: ['secretary'] as const }, '书记'],
  [{ titles: ['deputySecretary', 'organizationOfficer'] as const }, '副书记、组织委员'],
  [{ titles: ['other'] as const, otherTitle: '学习委员' }, '学习委员'],
  [{ titles: ['other'] as const }, '其他'],
  [{ titles: ['secretary'] as const, otherTitle: '学习委员' }, '书记'],
  [{ titles: [] }, ''],
])('%j is called %s', (post, label) => {
  expect(titleLabel(post)).toBe(label)
})
test.each(ORG_TYPES)('the posts of a %s have labels, a secretary among them', (type) => {
  expect(titlesFor(type)).toContain('secretary')
  expect(titlesFor(type).includes('standingMember')).toBe(type === 'leadingBody')
  for (const title of titlesFor(type)) expect(POST_TITLE_LABELS[title]).toBeDefined()
})
test.each(POST_STATES)('whether a post that is %s gives rights', (state) => {
  expect(isInForce({ state })).toBe(state === 'active')
})
