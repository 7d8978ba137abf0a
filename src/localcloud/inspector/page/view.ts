import { el } from './dom'

/** One page of the inspector: built once, brought up to date again and again. */
export type View = {
  root: HTMLElement
  refresh(): Promise<void>
  /** Refreshes less often than the others: what it asks for costs more. */
  seldom?: boolean
}

/** A list with a sentence for when there is nothing in it. */
export function listing(words: string, attributes: Record<string, string> = { class: 'list' }) {
  const list = el('ul', attributes)
  const empty = el('p', { class: 'empty', hidden: true }, words)
  const tell = (length: number) => {
    empty.hidden = length > 0
    list.hidden = length === 0
  }
  return { list, empty, tell }
}
