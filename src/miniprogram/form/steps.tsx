import { useState } from 'react'
import { View } from '@tarojs/components'
import type { CheckInField } from '#domain/check-in-values'
import type { Me } from '#contract/account'
import { fieldsOnPage, type FormPage } from '#domain/fields'
import { Link } from '../ui/link'
import { Tag } from '../ui/tag'
import { TextField } from '../ui/text-field'
import { FieldOf } from './field-of'
import { ReadFromNumber } from './read-from-number'
import { useFormSheet } from './sheet'

const nothing = () => undefined

/** 第 1 步：身份. */
export function IdentityStep({ me }: { me: Me }) {
  const verified = (
    <Tag kind='ok' icon='ok'>
      已验证
    </Tag>
  )
  return (
    <>
      <FieldOf field='name' />
      <FieldOf field='idType' />
      <FieldOf field='idNumber' />
      <ReadFromNumber />
      <FieldOf field='birthDate' />
      <FieldOf field='sex' />
      <TextField
        id='form-mobile'
        label='手机号'
        required
        readOnly
        value={me.phoneMask}
        suffix={verified}
        onChange={nothing}
      />
      <FieldOf field='ethnicity' />
      <FieldOf field='ethnicityOther' />
      <FieldOf field='householdPlace' />
      <FieldOf field='arrivalKind' />
    </>
  )
}

/** The fields of a page as the domain's table has them. */
export function FieldsStep({ page }: { page: FormPage }) {
  return (
    <>
      {fieldsOnPage(page).map((field) => (
        <FieldOf key={field} field={field} />
      ))}
    </>
  )
}

/** What nobody has to tell, out of the way until it is wanted. */
export function MoreFields({ fields }: { fields: readonly CheckInField[] }) {
  const { errorOf } = useFormSheet()
  const [open, setOpen] = useState(false)
  const wrong = fields.some((field) => errorOf(field))
  if (!open && !wrong) {
    return (
      <Link id='form-more' className='form-more' icon='down' onTap={() => setOpen(true)}>
        更多（选填）
      </Link>
    )
  }
  return (
    <View>
      {fields.map((field) => (
        <FieldOf key={field} field={field} />
      ))}
    </View>
  )
}
