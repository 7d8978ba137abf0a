import { View } from '@tarojs/components'
import type { CheckInField } from '#domain/check-in-values'
import { classes } from '../../../lib/classes'
import { Card } from '../../../ui/card'
import { Icon } from '../../../ui/icon'
import { Tap } from '../../../ui/tap'
import type { Markable } from '../../person/markable'
import './mark-list.css'

export type MarkListProps = {
  title: string
  fields: readonly Markable[]
  marked: readonly CheckInField[]
  onToggle: (field: CheckInField) => void
}

/** The fields of one page of the form; a touch marks one for the applicant. */
export function MarkList({ title, fields, marked, onToggle }: MarkListProps) {
  return (
    <Card className='marks'>
      <View className='t-note c3'>{title}</View>
      {fields.map(({ field, label, value }) => {
        const on = marked.includes(field)
        return (
          <Tap
            key={field}
            id={`mark-${field}`}
            role='checkbox'
            checked={on}
            label={`${label}，${value}`}
            className={classes('mark-row', on && 'on')}
            onTap={() => onToggle(field)}
          >
            <View className={classes('mark-box', on && 'on')}>
              {on ? <Icon name='ok' className='mark-tick' /> : null}
            </View>
            <View className='grow'>
              <View className={on ? 't-strong' : undefined}>{label}</View>
              <View className='t-note c2 mark-value'>{value}</View>
            </View>
            {on ? <View className='t-cap c-fail'>请核对</View> : null}
          </Tap>
        )
      })}
    </Card>
  )
}
