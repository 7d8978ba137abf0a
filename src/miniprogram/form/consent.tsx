import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { classes } from '../lib/classes'
import { FieldError } from '../ui/field-error'
import { Icon } from '../ui/icon'
import { Tap } from '../ui/tap'
import './consent.css'

export type ConsentProps = {
  id: string
  /** The words for screen readers. */
  label: string
  on: boolean
  error?: string | false
  onChange: (on: boolean) => void
  /** A link to the text, outside of what ticks the box. */
  link?: ReactNode
  children: ReactNode
}

/** A box that nobody has ticked beforehand. */
export function Consent({ id, label, on, error, onChange, link, children }: ConsentProps) {
  return (
    <View className='consent'>
      <View className='consent-line'>
        <Tap id={id} role='checkbox' checked={on} label={label} className='consent-tap' onTap={() => onChange(!on)}>
          <View className={classes('consent-box', on && 'on', Boolean(error) && 'bad')}>
            {on ? <Icon name='ok' className='consent-tick' /> : null}
          </View>
          <View className='consent-words'>{children}</View>
        </Tap>
        {link}
      </View>
      {error ? <FieldError id={`${id}-error`}>{error}</FieldError> : null}
    </View>
  )
}
