import { memo } from 'react'
import { View } from '@tarojs/components'
import { Avatar } from '../../ui/avatar'
import { Check } from '../../ui/check'
import { Tag } from '../../ui/tag'
import { Tap } from '../../ui/tap'
import { type RowProps, useRow } from './use-row'
import './row.css'

/** One person of the list, in a browser; row.tsx is WeChat's. */
export const Row = memo(function Row({ row, open }: RowProps) {
  const { realName, roster, note, when, chosen, said, choice, toggle, show, obstacle } = useRow({ row, open })
  return (
    <View className='rv'>
      {open ? (
        <Check
          id={`choose-${row.person}`}
          label={choice}
          on={chosen}
          off={!chosen && Boolean(obstacle)}
          onTap={toggle}
        />
      ) : null}
      <Tap id={`row-${row.person}`} role='link' label={said} className='rv-body' onTap={show}>
        <Avatar name={row.name} />
        <View className='grow'>
          <View className='rv-head'>
            <View className='t-strong'>{row.name}</View>
            {when.late ? (
              <Tag kind='warn' icon='clock'>
                {when.text}
              </Tag>
            ) : (
              <View className='t-cap c3'>{when.text}</View>
            )}
          </View>
          <View className='rv-meta'>
            <Tag kind={realName.kind} icon={realName.icon}>
              {realName.text}
            </Tag>
            {roster ? (
              <Tag kind={roster.kind} icon={roster.icon}>
                {roster.text}
              </Tag>
            ) : null}
            {note ? <View className='t-cap c3'>{note}</View> : null}
          </View>
        </View>
      </Tap>
    </View>
  )
})
