import { useState } from 'react'
import type { CheckInField } from '#domain/check-in-values'
import { CHECK_IN_FIELDS, FIELDS, FORM_PAGES, type FormPage, fieldsOnPage } from '#domain/fields'
import { BackGuard } from '../ui/back-guard'
import { Notice } from '../ui/notice'
import { Page } from '../ui/page'
import { Steps } from '../ui/steps'
import { ConfirmStep } from './confirm-step'
import { IssueNotice } from './issue-notice'
import { jumpTo, jumpToTop, scrollToId } from './jump'
import { Problem } from './problem'
import { FormSheetProvider } from './sheet'
import { StepFoot } from './step-foot'
import { FieldsStep, IdentityStep } from './steps'
import { Under14 } from './under-14'
import { type EditorGiven, useEditor } from './use-editor'
import './form.css'

// The last page of the form is where everything is confirmed.
const NAMES = FORM_PAGES.map(({ page, title }) => (page === 4 ? '确认' : title))
const LAST = FORM_PAGES.length

/** The four-page form: new, withdrawn or returned. */
export function FormEditor(given: EditorGiven & { branchName: string | undefined }) {
  const { me, mine, branchName } = given
  const editor = useEditor(given)
  const { form, step, setStep, draft, handIn } = editor

  const lacksNumber = !form.values.idNumber && !form.sheet.idMask
  const [asksNumber, setAsksNumber] = useState(step === LAST && lacksNumber)

  const goTo = (next: number) => {
    setAsksNumber(next === LAST && lacksNumber)
    setStep(next)
    jumpToTop()
  }
  const openField = (field: CheckInField) => {
    const page = FIELDS[field].page
    const here = step === page || (asksNumber && field === 'idNumber')
    if (!here) goTo(page)
    jumpTo(field)
  }
  const attempt = (fields: readonly CheckInField[]) => {
    const issues = form.attempt(fields)
    const [first] = issues
    if (issues.some(({ code }) => code === 'UNDER_14')) editor.refuseChild()
    else if (first) openField(first.field)
    return issues.length === 0
  }
  const next = () => {
    // the steps are as many as the pages of the domain's table
    if (!attempt(fieldsOnPage(step as FormPage))) return
    draft.saveStep(step + 1)
    goTo(step + 1)
  }
  const submit = () => {
    if (!attempt(CHECK_IN_FIELDS)) return
    void handIn.handIn(form.values)
    if (!handIn.agreed) scrollToId('form-consent')
  }

  if (editor.under14) return <Under14 />
  const foot = (
    <StepFoot
      step={step}
      savedAt={draft.savedAt}
      busy={handIn.busy}
      again={mine.status === 'returned'}
      onNext={next}
      onBack={() => goTo(step - 1)}
      onHandIn={submit}
    />
  )
  return (
    <FormSheetProvider value={form.sheet}>
      <Page id='form' white foot={foot}>
        {step > 1 ? <BackGuard key={step} onBack={() => goTo(step - 1)} /> : null}
        <Steps names={NAMES} at={step - 1} returned={mine.status === 'returned'} />
        {editor.restored && step === editor.restored.step ? (
          <Notice id='form-restored' className='form-issues'>
            上次填到第 {editor.restored.step} 步，接着填。{lacksNumber ? '证件号没有留在手机上，最后再填一次。' : ''}
          </Notice>
        ) : null}
        <IssueNotice issues={form.shown} values={form.values} onOpen={openField} />
        <Problem editor={editor} />
        {step === 1 ? <IdentityStep me={me} /> : null}
        {step === 2 || step === 3 ? <FieldsStep page={step} /> : null}
        {step === LAST ? (
          <ConfirmStep editor={editor} branchName={branchName} asksNumber={asksNumber} onEdit={goTo} />
        ) : null}
      </Page>
    </FormSheetProvider>
  )
}
