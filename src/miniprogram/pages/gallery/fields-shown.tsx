import { useState } from 'react'
import type { Place } from '#domain/check-in-values'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Choices } from '../../ui/choices'
import { DayField } from '../../ui/day-field'
import { MonthField } from '../../ui/month-field'
import { PhotoGrid } from '../../ui/photo-grid'
import { Pill } from '../../ui/pill'
import { PlaceField } from '../../ui/place-field'
import { SearchBar } from '../../ui/search-bar'
import { SelectField } from '../../ui/select-field'
import { Tag } from '../../ui/tag'
import { TextArea } from '../../ui/text-area'
import { TextField } from '../../ui/text-field'
import { nothing } from './nothing'

const KINDS = { residentCard: '居民身份证', outsideMainland: '境外证件' }
const SIZES = { regular: '标准', elder: '长辈版', max: '长辈版，特大字' }
const stars = (text: string) => `${text.slice(0, 4)}${'*'.repeat(Math.max(0, text.length - 8))}${text.slice(-4)}`

export function FieldsShown() {
  const [text, setText] = useState('')
  const [id, setId] = useState('440199200501010013')
  const [kind, setKind] = useState<keyof typeof KINDS>()
  const [month, setMonth] = useState<string>()
  const [day, setDay] = useState('2005-09-01')
  const [place, setPlace] = useState<Place>()
  const [note, setNote] = useState('9月14日在系办公室核对身份证原件。')
  const [size, setSize] = useState<keyof typeof SIZES>('regular')
  return (
    <>
      <Card>
        <TextField
          id='name'
          label='姓名'
          required
          aside='带 * 的必填'
          value={text}
          onChange={setText}
          placeholder='照着证件写'
        />
        <SelectField id='kind' label='证件类型' required options={KINDS} value={kind} onChange={setKind} />
        <TextField
          id='idNumber'
          label='身份证号'
          required
          value={id}
          onChange={setId}
          mask={stars}
          error='最后一位对不上，请照着证件再核对一遍。'
        />
        <View className='two'>
          <TextField id='birth' label='出生日期' readOnly value='自动带出' onChange={nothing} />
          <TextField id='sex' label='性别' readOnly value='自动带出' onChange={nothing} />
        </View>
        <TextField
          id='mobile'
          label='手机号'
          value='138****0000'
          onChange={nothing}
          suffix={
            <Tag kind='ok' icon='ok'>
              已验证
            </Tag>
          }
        />
        <MonthField id='joined' label='入团年月' marked value={month} onChange={setMonth} tip='团员证第一页有。' />
        <DayField id='day' label='出生日期' value={day} onChange={setDay} />
        <PlaceField id='place' label='户籍所在地' value={place} onChange={setPlace} />
        <TextArea id='note' label='核验说明' required maxLength={249} value={note} onChange={setNote}>
          <View className='row wrap mt2'>
            <Pill onTap={nothing}>核对了证件原件</Pill>
            <Pill onTap={nothing} checked>
              姓名含生僻字
            </Pill>
          </View>
        </TextArea>
        <View className='mt4'>
          <PhotoGrid
            photos={[
              { key: 'a', src: '', state: 'ready' },
              { key: 'b', src: '', state: 'uploading', percent: 40 },
              { key: 'c', src: '', state: 'failed' },
            ]}
            onAdd={nothing}
            onRemove={nothing}
            onRetry={nothing}
          />
        </View>
      </Card>
      <Card>
        <SearchBar id='search' placeholder='姓名或尾号，可粘贴多个' value={text} onChange={setText} />
      </Card>
      <Card flush>
        <Choices id='size' label='字的大小' options={SIZES} value={size} onChange={setSize} />
      </Card>
    </>
  )
}
