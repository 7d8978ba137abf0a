import { useEffect } from 'react'
import { useController } from 'react-hook-form'
import { readIdNumber } from '#domain/id-number'
import { provinceNameOf } from '#domain/place'
import { useFormSheet } from './sheet'

/** A readable number fills in the province of the household, where nobody has chosen a place yet. */
export function useProvinceOfNumber() {
  const { control, values, facts } = useFormSheet()
  const { field } = useController({ name: 'householdPlace', control })
  const { idType, idNumber = '', householdPlace } = values
  const read = idType === 'residentCard' ? readIdNumber(idNumber, facts.today) : undefined
  const prefix = read?.ok ? read.value.provinceCode : undefined

  useEffect(() => {
    const name = prefix && provinceNameOf(prefix)
    if (name && !householdPlace) field.onChange({ code: `${prefix}0000`, name })
    // a place that was chosen is the owner's
  }, [prefix, householdPlace, field])
}
