import { View } from '@tarojs/components'
import { Pill } from '../../ui/pill'
import { TextArea } from '../../ui/text-area'
import { type Bounds, type Template, withTemplate } from './text'
import './reason-box.css'

export type ReasonBoxProps = {
  id: string
  label: string
  value: string
  onChange: (value: string) => void
  limits: Bounds
  templates: readonly Template[]
  placeholder?: string
}

/** A sentence of one's own, or a quick one that can be changed. */
export function ReasonBox({ id, label, value, onChange, limits, templates, placeholder = '' }: ReasonBoxProps) {
  return (
    <TextArea
      id={id}
      label={label}
      required
      value={value}
      onChange={onChange}
      maxLength={limits.max}
      placeholder={placeholder}
    >
      <View className='reason-chips'>
        {templates.map((template) => (
          <Pill
            key={template.key}
            id={`${id}-${template.key}`}
            checked={value.includes(template.text)}
            onTap={() => onChange(withTemplate(value, template))}
          >
            {template.chip}
          </Pill>
        ))}
      </View>
    </TextArea>
  )
}
