import { PROVINCES } from '#domain/place'
import { View } from '@tarojs/components'
import type { AtlasProps } from './atlas'
import { Icon } from './icon'
import { below, useRegions } from './regions.h5'

// 83 appears on residence permits only.
const CHOICES = Object.entries(PROVINCES)
  .filter(([prefix]) => prefix !== '83')
  .map(([prefix, name]): [string, string] => [`${prefix}0000`, name])

type LevelProps = {
  id: string
  label: string
  hint: string
  value: string
  choices: readonly [string, string][]
  invalid: boolean
  onChoose: (code: string) => void
  onBlur: (() => void) | undefined
}

function Level({ id, label, hint, value, choices, invalid, onChoose, onBlur }: LevelProps) {
  return (
    <View className='box grow'>
      <select
        id={id}
        className='box-native grow'
        aria-label={label}
        aria-invalid={invalid}
        disabled={choices.length === 0}
        value={choices.some(([code]) => code === value) ? value : ''}
        onChange={(event) => onChoose(event.target.value)}
        onBlur={onBlur}
      >
        <option value='' disabled>
          {hint}
        </option>
        {choices.map(([code, name]) => (
          <option key={code} value={code}>
            {name}
          </option>
        ))}
      </select>
      <Icon name='down' className='box-icon' />
    </View>
  )
}

/** Province, city and county from lists, each below the one before; who stops at the province is understood as well. */
export function Atlas({ id, said, invalid, value, onChange, onBlur }: AtlasProps) {
  const regions = useRegions()
  const code = value?.code ?? ''
  const [province, city] = [`${code.slice(0, 2)}0000`, `${code.slice(0, 4)}00`]
  const cities = below(regions?.cities ?? {}, code.slice(0, 2))
  const counties = city === province ? [] : below(regions?.counties ?? {}, code.slice(0, 4))

  const choose = (chosen: string) => {
    const levels = [`${chosen.slice(0, 2)}0000`, `${chosen.slice(0, 4)}00`, chosen]
    const names = { ...Object.fromEntries(CHOICES), ...regions?.cities, ...regions?.counties }
    const path = levels.filter((level, index) => levels.indexOf(level) === index).map((level) => names[level])
    onChange({ code: chosen, name: path.filter(Boolean).join(' ') })
  }
  const shared = { invalid, onChoose: choose, onBlur }
  return (
    <View className='atlas'>
      <Level {...shared} id={id} label={`${said}，省`} hint='选择省份' value={province} choices={CHOICES} />
      <View className='two mt2'>
        <Level {...shared} id={`${id}-city`} label={`${said}，市`} hint='市' value={city} choices={cities} />
        <Level {...shared} id={`${id}-county`} label={`${said}，区县`} hint='区县' value={code} choices={counties} />
      </View>
    </View>
  )
}
