import { memo } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../../lib/classes'
import { Avatar } from '../../ui/avatar'
import { Icon } from '../../ui/icon'
import { Tag } from '../../ui/tag'
import { Tap } from '../../ui/tap'
import { rowKey } from './row-key'
import { type RowProps, useRow } from './use-row'
import '../../ui/check.css'
import './row.css'

/** One person of the list, drawn again only when the person changes or is chosen. */
export const Row = memo(function Row({ row, open }: RowProps) {
  const { realName, roster, note, when, chosen, choice, toggle, show, obstacle } = useRow({ row, open })
  const key = rowKey(row.person)
  return (
    <View className='rv'>
      {open ? (
        <Tap
          id={`choose-${key}`}
          role='checkbox'
          label={choice}
          checked={chosen}
          disabled={row.own || undefined}
          className='check'
          onTap={toggle}
        >
          <View className={classes('check-circle', chosen && 'on', !chosen && Boolean(obstacle) && 'off')}>
            {chosen ? <Icon name='ok' className='check-icon' /> : null}
          </View>
        </Tap>
      ) : null}
      <Tap id={`row-${key}`} role='link' className='rv-body' onTap={show}>
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
