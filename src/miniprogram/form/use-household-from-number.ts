import { useEffect } from 'react'
import { readIdNumber } from '#domain/id-number'
import { provinceNameOf } from '#domain/place'
import type { FormOfCheckIn } from './use-form-sheet'

/** The first digits name a province: a household place that is still empty starts there. */
export function useHouseholdFromNumber({ values, setValue, sheet }: FormOfCheckIn) {
  const { idType, idNumber = '', householdPlace } = values
  const read = idType === 'residentCard' && !householdPlace ? readIdNumber(idNumber, sheet.facts.today) : undefined
  const province = read?.ok ? read.value.provinceCode : undefined

  useEffect(() => {
    const name = province && provinceNameOf(province)
    if (name) setValue('householdPlace', { code: `${province}0000`, name })
  }, [province])
}
