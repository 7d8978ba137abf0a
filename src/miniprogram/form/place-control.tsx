import { useController } from 'react-hook-form'
import { PlaceField } from '../ui/place-field'
import { usePresentation } from './presentation'
import { useFormSheet } from './sheet'

export function PlaceControl({ field, tip }: { field: 'householdPlace' | 'residencePlace'; tip?: string }) {
  const { control } = useFormSheet()
  const { field: input } = useController({ name: field, control })
  return (
    <PlaceField {...usePresentation(field, tip)} value={input.value} onChange={input.onChange} onBlur={input.onBlur} />
  )
}
