import { INCOME_BAND_LABELS, INCOME_BANDS, optionsOf } from '#domain/options'
import { TextField } from '../ui/text-field'
import { usePresentation } from './presentation'
import { SelectControl } from './select-control'
import { useFormSheet } from './sheet'

/** The band of income; a student's is no question. */
export function IncomeControl() {
  const { values } = useFormSheet()
  const shown = usePresentation('incomeBand', '职业选「学生」时自动带出。')
  if (values.occupation !== 'student') return <SelectControl field='incomeBand' options={optionsOf(INCOME_BANDS)} />
  return <TextField {...shown} readOnly value={INCOME_BAND_LABELS.student} onChange={() => undefined} />
}
