import { memo } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../../lib/classes'
import { type RowProps, useRow } from './use-row'
// The row is one compiled template, which cannot hold the kit's components: it wears their clothes.
import '../../ui/avatar.css'
import '../../ui/check.css'
import '../../ui/icon.css'
import '../../ui/tag.css'
import '../../ui/tap.css'
import './row.css'

/**
 * One person of the list, drawn again only when the person changes or is chosen; row.h5.tsx is the browser's. WeChat gets it
 * as one template (`compileMode`), for which every attribute has to be spelt out.
 */
export const Row = memo(function Row({ row, open }: RowProps) {
  const { realName, roster, note, when, chosen, said, choice, toggle, show, obstacle } = useRow({ row, open })
  const circle = classes('check-circle', chosen && 'on', !chosen && Boolean(obstacle) && 'off')
  const initial = Array.from(row.name)[0]
  return (
    <View compileMode='queueRow' className='rv'>
      {open ? (
        <View
          id={`choose-${row.person}`}
          className='check'
          aria-role='checkbox'
          aria-label={choice}
          aria-checked={chosen}
          aria-disabled={row.own}
          onClick={toggle}
        >
          <View className={circle}>
            <View className={chosen ? 'icon icon-ok check-icon' : ''} />
          </View>
        </View>
      ) : null}
      <View
        id={`row-${row.person}`}
        className='rv-body'
        hoverClass='is-pressed'
        aria-role='link'
        aria-label={said}
        onClick={show}
      >
        <View className='ava'>{initial}</View>
        <View className='grow'>
          <View className='rv-head'>
            <View className='t-strong'>{row.name}</View>
            <View className={when.late ? 'tag warn' : 't-cap c3'}>
              <View className={when.late ? 'icon icon-clock tag-icon' : ''} />
              {when.text}
            </View>
          </View>
          <View className='rv-meta'>
            <View className={`tag ${realName.kind}`}>
              <View className={`icon icon-${realName.icon} tag-icon`} />
              {realName.text}
            </View>
            {roster ? (
              <View className={`tag ${roster.kind}`}>
                <View className='icon icon-warn tag-icon' />
                {roster.text}
              </View>
            ) : null}
            {note ? <View className='t-cap c3'>{note}</View> : null}
          </View>
        </View>
      </View>
    </View>
  )
})
