import { Input, View } from '@tarojs/components'
import { inputAria } from './aria'
import { Icon } from './icon'
import { Tap } from './tap'
import './search-bar.css'

export type SearchBarProps = {
  id: string
  /** What may be typed: 姓名或尾号，可粘贴多个. */
  placeholder: string
  value: string
  onChange: (value: string) => void
  /** The keyboard's search key. */
  onSearch?: () => void
}

export function SearchBar({ id, placeholder, value, onChange, onSearch }: SearchBarProps) {
  return (
    <View className='search'>
      <Icon name='search' className='search-icon' />
      <Input
        id={id}
        className='box-input search-input'
        placeholder={placeholder}
        placeholderClass='box-empty'
        confirmType='search'
        maxlength={500}
        value={value}
        {...inputAria(placeholder)}
        onInput={(event) => onChange(event.detail.value)}
        onConfirm={() => onSearch?.()}
      />
      {value ? (
        <Tap id={`${id}-clear`} className='search-clear' label='清除' onTap={() => onChange('')}>
          <Icon name='x' className='search-icon' />
        </Tap>
      ) : null}
    </View>
  )
}
