const isWeb = process.env.TARO_ENV === 'h5'

export type Role =
  | 'alert'
  | 'button'
  | 'checkbox'
  | 'dialog'
  | 'heading'
  | 'img'
  | 'link'
  | 'list'
  | 'listitem'
  | 'main'
  | 'navigation'
  | 'radio'
  | 'radiogroup'
  | 'search'
  | 'status'
  | 'tab'
  | 'tablist'

export type Aria = {
  id?: string | undefined
  role?: Role | undefined
  label?: string | undefined
  hidden?: boolean | undefined
  checked?: boolean | undefined
  selected?: boolean | undefined
  expanded?: boolean | undefined
  disabled?: boolean | undefined
  modal?: boolean | undefined
  live?: 'polite' | 'assertive' | undefined
}

type Attributes = Record<string, string>

/**
 * The id and what a screen reader is told, as attributes: WeChat knows `aria-role`, browsers know `role`.
 * Absent ones are left out, for Taro's h5 components would write the word undefined.
 */
export const aria = ({ id, role, ...states }: Aria): Attributes => {
  const attributes: Attributes = {}
  if (id) attributes.id = id
  if (role) attributes[isWeb ? 'role' : 'aria-role'] = role
  for (const [name, state] of Object.entries(states)) {
    if (state !== undefined) attributes[`aria-${name}`] = String(state)
  }
  return attributes
}

/** The same for text inputs: on h5 the element that gets the focus is inside Taro's component. */
export const inputAria = (label: string, error?: string): Record<string, unknown> =>
  isWeb ? { nativeProps: { 'aria-label': label, 'aria-invalid': String(Boolean(error)) } } : { 'aria-label': label }
