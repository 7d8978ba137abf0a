import { PROVINCES } from '#domain/place'
import { View } from '@tarojs/components'
import type { AtlasProps } from './atlas'

// 83 appears on residence permits only.
const CHOICES = Object.entries(PROVINCES).filter(([prefix]) => prefix !== '83')

/** The province from a list, city and county typed: a browser has no list of regions, and ours judges the province only. */
export function Atlas({ id, said, invalid, value, onChange, onBlur }: AtlasProps) {
  const prefix = value?.code.slice(0, 2) ?? ''
  const rest = value?.name.split(' ').slice(1).join(' ') ?? ''
  const change = (chosen: string, typed: string) => {
    const province = PROVINCES[chosen]
    if (province) onChange({ code: `${chosen}0000`, name: typed ? `${province} ${typed}` : province })
  }
  return (
    <View className='two'>
      <View className='box grow'>
        <select
          id={id}
          className='box-native grow'
          aria-label={`${said}，省`}
          aria-invalid={invalid}
          value={prefix}
          onChange={(event) => change(event.target.value, rest)}
        >
          <option value='' disabled>
            选择省份
          </option>
          {CHOICES.map(([code, name]) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      </View>
      <View className='box grow'>
        <input
          id={`${id}-rest`}
          className='box-native grow'
          aria-label={`${said}，市、区县`}
          placeholder='市、区县'
          disabled={!prefix}
          value={rest}
          onChange={(event) => change(prefix, event.target.value)}
          onBlur={onBlur}
        />
      </View>
    </View>
  )
}
