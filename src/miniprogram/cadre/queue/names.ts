import { LISTS } from '#domain/limits'
import { normaliseName } from '#domain/text'

export type PastedNames = {
  /** In the order of the list, each once. */
  names: readonly string[]
  /** What stood between the names and is none: numbers, sexes, headings. */
  ignored: readonly string[]
  /** Names beyond the hundredth. */
  left: number
}

const SEPARATORS = /[\s,，、;；|/]+/
// 1. and 2、 and （3） before a name, as lists have them.
const NUMBERING = /^[(（]?\d{1,3}[.．、)）:：]*(?=\D|$)/
const GLUE = '\u0001'

/** The words of a Latin name stay together: nobody separates two such names by a mere space. */
const glueLatin = (text: string) => text.replace(/([A-Za-z]['.-]?) +(?=[A-Za-z])/g, `$1${GLUE}`)

/** Reads a pasted list of names, separated by whatever spreadsheets and chats put between them. */
export const readNames = (text: string): PastedNames => {
  const words = glueLatin(text)
    .split(SEPARATORS)
    .map((word) => word.split(GLUE).join(' ').replace(NUMBERING, ''))
    .filter(Boolean)

  const names = new Set<string>()
  const ignored: string[] = []
  for (const word of words) {
    const name = normaliseName(word)
    if (name.ok) names.add(name.value)
    else ignored.push(word)
  }
  const all = [...names]
  return { names: all.slice(0, LISTS.pastedNames), ignored, left: Math.max(0, all.length - LISTS.pastedNames) }
}
