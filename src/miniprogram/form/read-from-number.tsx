import { View } from '@tarojs/components'
import { readIdNumber } from '#domain/id-number'
import { SEX_LABELS } from '#domain/options'
import { dayText } from '../lib/time-text'
import { TextField } from '../ui/text-field'
import { useFormSheet } from './sheet'

const nothing = () => undefined

/** Birth date and sex as the number tells them: shown, never typed. */
export function ReadFromNumber() {
  const { values, facts } = useFormSheet()
  if (values.idType !== 'residentCard') return null
  const read = readIdNumber(values.idNumber ?? '', facts.today)
  const told = read.ok ? read.value : values.idNumber ? undefined : facts.onFile
  return (
    <View className='two'>
      <TextField
        id='form-birthDate'
        label='出生日期'
        readOnly
        value={told ? dayText(told.birthDate) : '自动带出'}
        onChange={nothing}
      />
      <TextField
        id='form-sex'
        label='性别'
        readOnly
        value={told ? SEX_LABELS[told.sex] : '自动带出'}
        onChange={nothing}
      />
    </View>
  )
}
