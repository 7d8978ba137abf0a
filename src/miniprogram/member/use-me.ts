import { useEffect } from 'react'
import type { Entered } from '#contract/account'
import { client } from '../api/client'
import { keepSession } from '../api/session'
import { type Question, useAsk } from '../api/use-ask'

/** Who I am. Whoever is not logged in is sent to the login page. */
export function useMe(enabled = true): Question<Entered> {
  const asked = useAsk(client.account.session, {}, { enabled, ofPerson: true })
  const session = asked.value?.session
  useEffect(() => {
    if (session) keepSession(session)
  }, [session])
  return asked
}
