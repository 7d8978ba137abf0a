const attributes = (names: string) => Object.fromEntries(names.split(' ').map((name) => [`aria-${name}`, '']))

/** The aria attributes that each built-in keeps; read while building (templates) and while running (aliases). */
export const ariaComponents: Record<string, Record<string, string>> = {
  View: attributes('role label hidden checked selected expanded disabled live modal'),
  Text: attributes('role label hidden live'),
  Button: attributes('role label disabled'),
  Input: attributes('label'),
  Textarea: attributes('label'),
  Image: attributes('role label hidden'),
  Picker: attributes('role label disabled'),
  Switch: attributes('label'),
}
