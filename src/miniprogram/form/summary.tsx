import { View } from '@tarojs/components'
import type { FormValues } from '#domain/check-in-form'
import { FORM_PAGES, type FormPage, fieldsOnPage } from '#domain/fields'
import { maskIdNumber } from '#domain/masks'
import { Card } from '../ui/card'
import { Link } from '../ui/link'
import { isAsked, labelFor } from './fields'
import { valueText } from './value-text'

type Props = { values: FormValues; idMask: string | undefined; onEdit?: (page: FormPage) => void }

/** Everything that will be handed in, page by page, with a way back to each page. */
export function Summary({ values, idMask, onEdit }: Props) {
  const number = values.idNumber ? maskIdNumber(values.idNumber.toUpperCase()) : idMask
  const shown = { ...values, ...(number ? { idMask: number } : {}) }
  const pages = FORM_PAGES.map(({ page, title }) => {
    const lines = fieldsOnPage(page)
      .filter((field) => isAsked(field, values) || field === 'birthDate' || field === 'sex')
      .map((field) => ({ field, label: labelFor(field, values), text: valueText(field, shown) }))
      .filter(({ text }) => text !== '')
    return { page, title, lines }
  })
  return (
    <>
      {pages.map(({ page, title, lines }) =>
        lines.length === 0 ? null : (
          <Card
            key={page}
            id={`form-summary-${page}`}
            title={title}
            className='form-summary'
            aside={
              onEdit ? (
                <Link id={`form-edit-${page}`} label={`修改${title}`} onTap={() => onEdit(page)}>
                  修改
                </Link>
              ) : null
            }
          >
            {lines.map(({ field, label, text }) => (
              <View key={field} className='form-summary-line'>
                <View className='form-summary-key'>{label}</View>
                <View className='form-summary-value'>{text}</View>
              </View>
            ))}
          </Card>
        ),
      )}
    </>
  )
}
