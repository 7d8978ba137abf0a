import { maskIdNumber } from '#domain/masks'
import { useFormSheet } from './sheet'
import { TextControl } from './text-control'
import { useProvinceOfNumber } from './use-province-of-number'

/** The ID number: masked once typed; with one on file, the box may stay empty. */
export function NumberControl() {
  const { values, idMask } = useFormSheet()
  useProvinceOfNumber()
  const resident = values.idType === 'residentCard'
  const onFile = idMask ? { placeholder: idMask, tip: '已留存，不改就不用填。' } : {}
  return (
    <TextControl
      field='idNumber'
      type={resident ? 'idcard' : 'text'}
      maxLength={30}
      mask={(typed) => maskIdNumber(typed.toUpperCase())}
      {...onFile}
    />
  )
}
