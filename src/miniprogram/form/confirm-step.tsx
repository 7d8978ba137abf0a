import { checkForm } from '#domain/check-in-form'
import { type FormPage, fieldsOnPage } from '#domain/fields'
import { Notice } from '../ui/notice'
import { FieldOf } from './field-of'
import { HandInConsent } from './hand-in-consent'
import { MoreFields } from './steps'
import { Summary } from './summary'
import type { Editor } from './use-editor'

type Props = {
  editor: Editor
  branchName: string | undefined
  /** After a crash the number is gone, on purpose: it is asked for here instead of three pages back. */
  asksNumber: boolean
  onEdit: (page: FormPage) => void
}

/** 第 4 步：确认. */
export function ConfirmStep({ editor, branchName, asksNumber, onEdit }: Props) {
  const { values, sheet } = editor.form
  // birth date and sex are told by the number
  const { birthDate, sex } = checkForm(values, sheet.facts).ready ?? values
  return (
    <>
      {branchName ? <Notice className='mt3'>交给 {branchName}</Notice> : null}
      {asksNumber ? <FieldOf field='idNumber' /> : null}
      <Summary values={{ ...values, birthDate, sex }} idMask={sheet.idMask} onEdit={onEdit} />
      <MoreFields fields={fieldsOnPage(4)} />
      <HandInConsent editor={editor} />
    </>
  )
}
