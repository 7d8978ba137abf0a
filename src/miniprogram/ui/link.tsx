import type { ReactNode } from 'react'
import { classes } from '../lib/classes'
import { Icon, type IconName } from './icon'
import { Tap } from './tap'
import './link.css'

export type LinkProps = {
  id?: string | undefined
  icon?: IconName
  label?: string
  className?: string
  onTap: () => void
  children: ReactNode
}

/** Words that open something; drawn as text, touched at full size. */
export function Link({ id, icon, label, className, onTap, children }: LinkProps) {
  return (
    <Tap id={id} role='link' label={label} className={classes('link', className)} onTap={onTap}>
      {icon ? <Icon name={icon} small /> : null}
      {children}
    </Tap>
  )
}
