import { useController } from 'react-hook-form'
import { View } from '@tarojs/components'
import type { BranchPost } from '#domain/check-in-values'
import { CADRE_NATURE_LABELS, CADRE_POST_LABELS } from '#domain/options'
import { Field } from '../ui/field'
import { MonthField } from '../ui/month-field'
import { SelectField } from '../ui/select-field'
import { TextField } from '../ui/text-field'
import { usePresentation } from './presentation'
import { useFormSheet } from './sheet'

/** A post of which only some parts are chosen. Almost all student cadres are part-time and outside the Party's bodies. */
type Begun = Omit<BranchPost, 'post'> & { post?: BranchPost['post'] }
const BEGUN: Begun = { since: '', nature: 'partTime', partyBody: false }

/** The post in the branch: which, since when, of what nature. */
export function PostControl() {
  const { control, facts } = useFormSheet()
  const { field: input } = useController({ name: 'branchPost', control })
  const group = usePresentation('branchPost')
  const post: Begun = input.value ?? BEGUN
  const change = (part: Partial<BranchPost>) => input.onChange({ ...post, ...part })
  const part = (name: string, label: string) => ({ id: `${group.id}-${name}`, label, required: true })

  return (
    <Field {...group}>
      <View className='form-group'>
        <SelectField
          {...part('post', '职务')}
          options={CADRE_POST_LABELS}
          value={post.post}
          onChange={(chosen) => change({ post: chosen })}
        />
        {post.post === 'other' ? (
          <TextField
            {...part('otherTitle', '职务名称')}
            maxLength={20}
            value={post.otherTitle ?? ''}
            onChange={(otherTitle) => change({ otherTitle })}
          />
        ) : null}
        <MonthField
          {...part('since', '任职年月')}
          value={post.since || undefined}
          end={facts.today.slice(0, 7)}
          onChange={(since) => change({ since })}
        />
        <SelectField
          {...part('nature', '性质')}
          options={CADRE_NATURE_LABELS}
          value={post.nature}
          onChange={(nature) => change({ nature })}
        />
        <SelectField
          {...part('partyBody', '是不是党组织班子成员')}
          options={{ no: '否', yes: '是' }}
          value={post.partyBody ? 'yes' : 'no'}
          onChange={(answer) => change({ partyBody: answer === 'yes' })}
        />
      </View>
    </Field>
  )
}
