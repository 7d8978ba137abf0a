import { useEffect } from 'react'
import type { CheckInStatus } from '#domain/check-in'
import { client, nameOf } from '../api/client'
import { useVisible } from '../api/use-visible'
import { queries } from '../lib/queries'
import { PAGE_OF, replaceBy, restartAt } from './routes'

const TELLS_STATE = [client.account.session, client.checkin.mine].map(nameOf)

/** An answer that still tells the state before would lead the next page straight back. */
const forgetState = () =>
  queries.removeQueries({ predicate: ({ queryKey: [name] }) => TELLS_STATE.includes(String(name)) })

/**
 * Leads away from a page that is not for this state: until the branch has approved, there is nothing but the waiting page.
 * True while the page may be drawn.
 */
export function useGate(status: CheckInStatus | undefined, allowed: readonly CheckInStatus[]): boolean {
  const visible = useVisible()
  const open = status !== undefined && allowed.includes(status)
  useEffect(() => {
    if (!visible || status === undefined || open) return
    forgetState()
    const target = PAGE_OF[status]
    // nothing to go back to: the pages below belong to the state that is over
    if (target === 'waiting' || target === 'home') restartAt(target)
    else replaceBy(target)
  }, [visible, status, open])
  return open
}
