import type { ChooserProps } from './chooser'
import { Icon } from './icon'
import { View } from '@tarojs/components'

/** One of several, from the browser's own list: it knows the keyboard, the screen reader and the dark theme. */
export function Chooser({ id, said, invalid, options, value, placeholder, onChange, onBlur }: ChooserProps) {
  return (
    <View className='box'>
      <select
        id={id}
        className={value ? 'box-native grow' : 'box-native grow box-empty'}
        aria-label={said}
        aria-invalid={invalid}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value)}
        onBlur={onBlur}
      >
        <option value='' disabled>
          {placeholder}
        </option>
        {Object.entries(options).map(([key, name]) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </select>
      <Icon name='down' className='box-icon' />
    </View>
  )
}
