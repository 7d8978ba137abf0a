import { useContext } from 'react'
import type { QueueRow } from '#contract/review'
import { openDetail } from '../routes'
import { rowWords } from './row-words'
import { SelectionContext, useChosen } from './use-selection'

export type RowProps = {
  row: QueueRow
  /** Rows of a list where nothing is left to decide have no circle. */
  open: boolean
}

/** What a row shows and does. */
export function useRow({ row }: RowProps) {
  const selection = useContext(SelectionContext)
  const chosen = useChosen(row.person)
  const words = rowWords(row, new Date())
  const { note, obstacle } = words
  return {
    ...words,
    chosen,
    choice: `选择 ${row.name}${obstacle ? `，${note}` : ''}`,
    toggle: () => void selection.toggle(row),
    show: () => openDetail(row.person),
  }
}
