import { toCanvas } from 'qrcode'
import type { ShownCode } from '../province/codes'
import { button, byId, copyButton, el } from './dom'

const routeOf = ({ code }: ShownCode) => `/pages/branch/index?scene=${code}`
const SIZE = 132

/** The codes to scan, to type or to open in the phone; the first is shown large. */
export function showCodes(codes: readonly ShownCode[], openInPhone: (route: string) => void): void {
  const canvas = el('canvas', { role: 'img', 'aria-label': '报到码的二维码' })
  const text = el('code', { class: 'token' })
  const note = el('p', { class: 'note' })
  let shown = codes[0]
  const show = () => {
    if (!shown) return
    text.textContent = shown.code
    note.textContent = shown.note
    void toCanvas(canvas, `${location.origin}/#${routeOf(shown)}`, { width: SIZE, margin: 1 })
  }
  const choose = el(
    'select',
    { 'aria-label': '哪个支部的报到码' },
    ...codes.map(({ branch, note: why }, place) =>
      el('option', { value: String(place) }, why.startsWith('已') ? `${branch}（${why}）` : branch),
    ),
  )
  choose.addEventListener('change', () => {
    shown = codes[Number(choose.value)]
    show()
  })
  const open = () => shown && openInPhone(routeOf(shown))
  byId('codes').replaceChildren(
    choose,
    el(
      'div',
      { class: 'code' },
      canvas,
      el(
        'div',
        {},
        note,
        text,
        el(
          'div',
          { class: 'acts' },
          button('在手机里打开', open, { class: 'strong' }),
          copyButton('报到码', () => shown?.code ?? ''),
        ),
      ),
    ),
  )
  show()
}
