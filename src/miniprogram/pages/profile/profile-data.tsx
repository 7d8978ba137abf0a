import { Fragment } from 'react'
import { View } from '@tarojs/components'
import type { MyCheckIn } from '#contract/checkin'
import { type EditClass, FIELDS, FORM_PAGES, fieldsOnPage } from '#domain/fields'
import { labelFor } from '../../form/fields'
import { valueText } from '../../form/value-text'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Icon } from '../../ui/icon'
import { OpenChange } from '../change/open-change'
import { RealNameTag } from '../../member/real-name-tag'
import './profile.css'

const EDITS: Record<EditClass, string> = {
  locked: '锁定的不能自己改，写错了请联系团支书',
  review: '改了要支部审核，审核前还用原来的',
  free: '没有标记的，改了马上生效',
}

/** The values by page of the form; a mark says what a change of each would take. */
export function ProfileData({ mine }: { mine: MyCheckIn }) {
  const { values, realName } = mine
  if (!values) return null
  const mark = (edit: EditClass) => {
    if (edit === 'locked') return <Icon name='lock' small className='profile-mark' label='不能自己改' />
    return edit === 'review' ? <View className='profile-review'>需审核</View> : null
  }
  return (
    <>
      <OpenChange mine={mine} />
      {FORM_PAGES.map(({ page, title }) => (
        <Fragment key={page}>
          <Card flush title={title} id={`profile-${page}`}>
            {page === 1 ? <Cell label='实名' value={<RealNameTag status={realName?.status} />} /> : null}
            {fieldsOnPage(page).map((field) => {
              const text = valueText(field, values)
              if (!text) return null
              return (
                <Cell
                  key={field}
                  id={`profile-${field}`}
                  label={labelFor(field, values)}
                  value={text}
                  aside={mark(FIELDS[field].edit)}
                />
              )
            })}
            {page === 4 ? <Cell id='profile-mobile' label='手机号' value={values.mobileMask} /> : null}
          </Card>
        </Fragment>
      ))}
      <View className='profile-legend'>
        <View className='row'>
          <Icon name='lock' small />
          <View className='grow'>{EDITS.locked}</View>
        </View>
        <View>「需审核」{EDITS.review}</View>
        <View>{EDITS.free}</View>
      </View>
    </>
  )
}
