import { button, byId, copyButton, el } from './dom'
import { freshmen, OUTCOMES, type Freshman } from './freshman'

const ROWS: readonly (readonly [keyof Freshman, string])[] = [
  ['phone', '手机号'],
  ['name', '姓名'],
  ['idNumber', '身份证号'],
  ['joinedMonth', '入团年月'],
  ['joinedUnit', '入团时单位'],
  ['memberNumber', '团员编号'],
  ['unit', '学习单位'],
]

/** Made-up data to fill the form with; `onNext` when another freshman is to come. */
export function showFresh(expected: readonly string[], onNext: () => void): void {
  const source = freshmen(expected, Date.now(), new Date())
  const outcome = el(
    'select',
    { 'aria-label': '实名校验的结果' },
    ...OUTCOMES.map(({ label }, place) => el('option', { value: String(place) }, label)),
  )
  const kind = () => OUTCOMES[Number(outcome.value)]?.kind
  const list = el('dl', { class: 'facts' })
  let freshman = source.next(undefined)
  const show = () =>
    list.replaceChildren(
      ...ROWS.flatMap(([key, label]) => [
        el('dt', {}, label),
        el(
          'dd',
          { 'data-field': key },
          el('span', {}, freshman[key]),
          copyButton(label, () => freshman[key]),
        ),
      ]),
    )
  outcome.addEventListener('change', () => {
    freshman = source.withOutcome(freshman, kind())
    show()
  })
  const another = button('换一位新同学', () => {
    freshman = source.next(kind())
    show()
    onNext()
  })
  byId('fresh').replaceChildren(
    el('label', { class: 'pick' }, '实名校验会', outcome),
    list,
    el('div', { class: 'acts' }, another),
  )
  show()
}
