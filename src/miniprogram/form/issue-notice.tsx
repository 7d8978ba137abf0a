import { View } from '@tarojs/components'
import type { CheckInField } from '#domain/check-in-values'
import type { FormIssue, FormValues } from '#domain/check-in-form'
import { Link } from '../ui/link'
import { Notice } from '../ui/notice'
import { labelFor } from './fields'

type Props = { issues: readonly Pick<FormIssue, 'field'>[]; values: FormValues; onOpen: (field: CheckInField) => void }

/** How many fields are to be changed, each of them a link. */
export function IssueNotice({ issues, values, onOpen }: Props) {
  const fields = [...new Set(issues.map(({ field }) => field))]
  if (fields.length === 0) return null
  return (
    <Notice id='form-issues' kind='fail' className='form-issues'>
      <View className='form-issue-list'>
        <View>还有 {fields.length} 处要改：</View>
        {fields.map((field, index) => (
          <View key={field} className='form-issue'>
            <Link id={`form-issue-${field}`} onTap={() => onOpen(field)}>
              {labelFor(field, values)}
            </Link>
            {index < fields.length - 1 ? '、' : ''}
          </View>
        ))}
      </View>
    </Notice>
  )
}
