import { useController } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { IntroductionLetter } from '#domain/check-in-values'
import { TEXT } from '#domain/limits'
import { DayField } from '../ui/day-field'
import { Field } from '../ui/field'
import { TextField } from '../ui/text-field'
import { LetterPhotos } from './letter-photos'
import { usePresentation } from './presentation'
import { useFormSheet } from './sheet'

const EMPTY: IntroductionLetter = { number: '', issuer: '', issuedOn: '', photos: [] }

/** The paper introduction letter from another province: number, issuer, day, and what it looks like. */
export function LetterControl() {
  const { control, facts } = useFormSheet()
  const { field: input } = useController({ name: 'letter', control })
  const group = usePresentation('letter', '信在手边就行，信超过 6 个月要找原组织重开。')
  const letter = input.value ?? EMPTY
  const change = (part: Partial<IntroductionLetter>) => input.onChange({ ...letter, ...part })
  const part = (name: string, label: string) => ({ id: `${group.id}-${name}`, label, required: true })

  return (
    <Field {...group}>
      <View className='form-group'>
        <TextField
          {...part('number', '介绍信编号')}
          maxLength={TEXT.letterNumber.max}
          value={letter.number}
          onChange={(number) => change({ number })}
        />
        <TextField
          {...part('issuer', '开信的团组织')}
          maxLength={TEXT.letterIssuer.max}
          placeholder='例如 示例市第一中学团委'
          value={letter.issuer}
          onChange={(issuer) => change({ issuer })}
        />
        <DayField
          {...part('issuedOn', '开信日期')}
          end={facts.today}
          value={letter.issuedOn || undefined}
          onChange={(issuedOn) => change({ issuedOn })}
        />
        <Field {...part('photos', '介绍信照片')} tip='1 到 3 张，红章和编号要看得清。'>
          <LetterPhotos tickets={letter.photos} onChange={(photos) => change({ photos })} />
        </Field>
      </View>
    </Field>
  )
}
