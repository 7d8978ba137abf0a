import { useState } from 'react'
import { CONSENT_VERSIONS, type Me } from '#contract/account'
import type { BranchChoice, MyCheckIn } from '#contract/checkin'
import type { SubmittedValues } from '#contract/form-values'
import type { Refusal } from '#contract/index'
import type { ReadyValues } from '#domain/check-in-values'
import { checkForm, type FormFacts, type FormValues } from '#domain/check-in-form'
import type { Refused } from '#domain/outcome'
import { client } from '../api/client'
import { useAct } from '../api/use-act'
import { askForMessages } from './ask-for-messages'

/** As the contract takes them: without the number that stays on file. */
const submittedOf = ({ idNumber, letter, ...ready }: ReadyValues): SubmittedValues => ({
  ...ready,
  ...(idNumber ? { idNumber } : {}),
  ...(letter ? { letter: { ...letter, photos: [...letter.photos] } } : {}),
})

type Given = {
  me: Me
  mine: MyCheckIn
  branch: BranchChoice | undefined
  facts: FormFacts
  onDone: () => void
  onRefused: (refusal: Refused<Refusal>) => void
}

/** Hands the form to the branch: asks for messages, notes the consent where it is missing, submits under one command. */
export function useHandIn({ me, mine, branch, facts, onDone, onRefused }: Given) {
  const asks = me.asksConsent.includes('idData')
  const [agreed, setAgreed] = useState(!asks)
  const [tried, setTried] = useState(false)
  const consent = useAct(client.account.giveConsent, { onRefused })
  const submit = useAct(client.checkin.submit, { onDone, onRefused })

  const handIn = async (values: FormValues) => {
    setTried(true)
    const { ready } = checkForm(values, facts)
    if (!ready || !agreed) return
    await askForMessages(me.messageTemplates)
    if (asks) {
      const noted = await consent.act({ kind: 'idData', version: CONSENT_VERSIONS.idData })
      if (!noted?.ok) return
    }
    await submit.act({ version: mine.version, values: submittedOf(ready), ...(branch && { branch }) })
  }
  return {
    handIn,
    asks,
    agreed,
    setAgreed,
    tried,
    busy: consent.busy || submit.busy,
    refusal: submit.refusal ?? consent.refusal,
  }
}
