import type { Persona } from '../province/personas'
import { byId, copyButton, el } from './dom'

type Choose = (persona: Persona) => void

function row(persona: Persona, choose: Choose): HTMLElement {
  const { key, name, role, hint, phone, password } = persona
  const input = el('input', { type: 'radio', name: 'persona', value: key, id: `persona-${key}` })
  input.addEventListener('change', () => choose(persona))
  const label = el('label', { for: input.id }, el('strong', {}, name), el('span', {}, role), el('em', {}, hint))
  const keys = [
    ['手机号', phone],
    ['密码', password],
  ].flatMap(([what = '', value]) =>
    value
      ? [
          el(
            'span',
            { class: 'key' },
            value,
            copyButton(`${name}的${what}`, () => value),
          ),
        ]
      : [],
  )
  return el('div', { class: 'person' }, input, label, ...keys)
}

/** The personas on a line; the red dot marks who uses the phone now. */
export const showPeople = (personas: readonly Persona[], choose: Choose) =>
  byId('people').replaceChildren(...personas.map((persona) => row(persona, choose)))

export function mark(key: string): void {
  const input = byId(`persona-${key}`) as HTMLInputElement // the element of this id is one
  input.checked = true
}
