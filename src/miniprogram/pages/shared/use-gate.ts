import { useEffect } from 'react'
import type { CheckInStatus } from '#domain/check-in'
import { useVisible } from '../../api/use-visible'
import { PAGE_OF, replaceBy, restartAt } from './routes'

/**
 * Leads away from a page that is not for this state: until the branch has approved, there is nothing but the waiting page.
 * True while the page may be drawn.
 */
export function useGate(status: CheckInStatus | undefined, allowed: readonly CheckInStatus[]): boolean {
  const visible = useVisible()
  const open = status !== undefined && allowed.includes(status)
  useEffect(() => {
    if (!visible || status === undefined || open) return
    const target = PAGE_OF[status]
    // nothing to go back to: the pages below belong to the state that is over
    if (target === 'waiting' || target === 'home') restartAt(target)
    else replaceBy(target)
  }, [visible, status, open])
  return open
}
