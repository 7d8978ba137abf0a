import { useState } from 'react'
import type { Me } from '#contract/account'
import type { MyCheckIn } from '#contract/checkin'
import type { Refusal } from '#contract/index'
import { dayOf } from '#domain/calendar'
import { isCheckInField } from '#domain/fields'
import type { ArrivalKind } from '#domain/options'
import type { Refused } from '#domain/outcome'
import { queries } from '../lib/queries'
import { REFUSALS } from '../messages'
import { restartAt } from '../member/routes'
import { choiceOf, chosenBranch } from './chosen-branch'
import { localDraft } from './local-draft'
import { factsOf, startOf } from './start-values'
import { useDraft } from './use-draft'
import { useFormSheet } from './use-form-sheet'
import { useHandIn } from './use-hand-in'

export type EditorGiven = { me: Me; mine: MyCheckIn; arrival?: ArrivalKind | undefined }

/** Fields that the server names in `FORM_INVALID`, as `field:CODE`. */
const namedFields = ({ detail }: Refused<Refusal>) => {
  const issues = Array.isArray(detail?.issues) ? detail.issues : []
  return issues.map((issue) => String(issue).split(':')[0] ?? '').filter(isCheckInField)
}

/** A check-in that is being filled in or mended: values, sentences, draft, and handing it in. */
export function useEditor({ me, mine, arrival }: EditorGiven) {
  const [start] = useState(() => startOf(mine, localDraft.read(), arrival))
  const [step, setStep] = useState(start.step)
  const [under14, setUnder14] = useState(false)
  const [branch] = useState(() => {
    const chosen = chosenBranch.read()
    return chosen ? choiceOf(chosen) : start.restored?.branch
  })
  const facts = factsOf(mine, dayOf(new Date()), me.posts.length > 0)
  const form = useFormSheet({ start: start.values, facts, marked: mine.markedFields, idMask: mine.values?.idMask })
  const draft = useDraft({ values: form.values, step, branch, savedAt: start.restored?.savedAt })

  const refuseChild = () => {
    draft.forget()
    setUnder14(true)
  }
  const leaveFor = (page: 'waiting' | 'home') => {
    draft.forget()
    chosenBranch.clear()
    // not refreshed here: this page would see its new state and lead away a second time
    queries.removeQueries()
    restartAt(page)
  }
  const onRefused = (refusal: Refused<Refusal>) => {
    if (refusal.code === 'ALREADY_SUBMITTED') return leaveFor('waiting')
    if (refusal.code === 'ALREADY_CHECKED_IN') return leaveFor('home')
    if (refusal.code === 'UNDER_14') return refuseChild()
    if (refusal.code === 'STALE') return void queries.invalidateQueries()
    if (refusal.code === 'MEMBER_NUMBER_TAKEN') form.blame('memberNumber', String(REFUSALS.MEMBER_NUMBER_TAKEN))
    if (refusal.code === 'FORM_INVALID') form.attempt(namedFields(refusal))
  }
  const handIn = useHandIn({ me, mine, branch, facts, onDone: () => leaveFor('waiting'), onRefused })
  return { form, step, setStep, draft, handIn, under14, refuseChild, branch, restored: start.restored }
}
export type Editor = ReturnType<typeof useEditor>
