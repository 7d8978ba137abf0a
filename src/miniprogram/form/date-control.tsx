import { useController } from 'react-hook-form'
import { DayField } from '../ui/day-field'
import { MonthField } from '../ui/month-field'
import { usePresentation } from './presentation'
import { useFormSheet } from './sheet'

const EARLIEST = '1980-01'

type MonthName = 'joinedMonth' | 'partyJoinedMonth' | 'volunteerSince'

/** A month up to this one. */
export function MonthControl({ field, tip }: { field: MonthName; tip?: string }) {
  const { control, facts } = useFormSheet()
  const { field: input } = useController({ name: field, control })
  return (
    <MonthField
      {...usePresentation(field, tip)}
      value={input.value}
      start={EARLIEST}
      end={facts.today.slice(0, 7)}
      onChange={input.onChange}
      onBlur={input.onBlur}
    />
  )
}

/** A day up to today. */
export function DayControl({ field }: { field: 'birthDate' }) {
  const { control, facts } = useFormSheet()
  const { field: input } = useController({ name: field, control })
  return (
    <DayField
      {...usePresentation(field)}
      value={input.value}
      start={`${EARLIEST}-01`}
      end={facts.today}
      onChange={input.onChange}
      onBlur={input.onBlur}
    />
  )
}
