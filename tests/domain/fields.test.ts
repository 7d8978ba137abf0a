import { CHECK_IN_FIELDS, FIELDS, FORM_PAGES, fieldsOnPage, isCheckInField, labelOf } from '#domain/fields'

const EDIT = {
  locked: ['arrivalKind', 'name', 'idType', 'idNumber', 'birthDate', 'sex', 'letter'],
  review: ['joinedMonth', 'memberNumber', 'politicalStatus', 'isBranchCadre', 'branchPost', 'incomeBand'],
}
test('identity is locked, membership is looked at again, the rest is free', () => {
  for (const field of CHECK_IN_FIELDS) {
    const expected = EDIT.locked.includes(field) ? 'locked' : EDIT.review.includes(field) ? 'review' : 'free'
    expect([field, FIELDS[field].edit]).toEqual([field, expected])
  }
})
test('every field stands on exactly one page and has a label of its own', () => {
  expect(FORM_PAGES.flatMap(({ page }) => fieldsOnPage(page))).toEqual(CHECK_IN_FIELDS)
  const labels = [...CHECK_IN_FIELDS, 'mobile' as const].map(labelOf)
  expect(new Set(labels).size).toBe(labels.length)
})
test('only fields of the form are fields', () => {
  expect(isCheckInField('unit')).toBe(true)
  for (const other of ['mobile', 'constructor', '__proto__', '']) expect(isCheckInField(other)).toBe(false)
})
