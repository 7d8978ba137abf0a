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
  return (
    <>
      {branchName ? <Notice className='mt3'>交给 {branchName}</Notice> : null}
      {asksNumber ? <FieldOf field='idNumber' /> : null}
      <Summary values={values} idMask={sheet.idMask} onEdit={onEdit} />
      <MoreFields fields={fieldsOnPage(4)} />
      <HandInConsent editor={editor} />
    </>
  )
}
