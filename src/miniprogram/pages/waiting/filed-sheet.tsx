import type { FiledValues } from '#contract/form-values'
import { Summary } from '../../form/summary'
import { Sheet } from '../../ui/sheet'
import '../../form/form.css'

type Props = { open: boolean; values: FiledValues; onClose: () => void }

/** What was handed in; the number stays masked. */
export function FiledSheet({ open, values, onClose }: Props) {
  return (
    <Sheet id='waiting-filed-sheet' open={open} title='我交的资料' onClose={onClose}>
      <Summary values={values} idMask={values.idMask} />
    </Sheet>
  )
}
