import { useState } from 'react'
import { type Control, type UseFormSetValue, useForm } from 'react-hook-form'
import type { CheckInField } from '#domain/check-in-values'
import { checkForm, type FormFacts, type FormIssue, type FormValues } from '#domain/check-in-form'
import { FORM_SENTENCES } from '../messages'
import { isAsked } from './fields'
import type { FormSheet } from './sheet'

type Options = {
  start: FormValues
  facts: FormFacts
  marked?: readonly CheckInField[]
  idMask?: string | undefined
  /** How the values are judged; a change of a few values on file is judged by other rules. */
  judge?: (values: FormValues) => readonly FormIssue[]
}

export type FormOfCheckIn = {
  sheet: FormSheet
  control: Control<FormValues>
  setValue: UseFormSetValue<FormValues>
  values: FormValues
  /** Errors among these fields; from now on each of them shows its sentence. */
  attempt: (fields: readonly CheckInField[]) => FormIssue[]
  /** Errors that are on the page now. */
  shown: readonly FormIssue[]
  /** A sentence of the server for one field, until its value changes. */
  blame: (field: CheckInField, sentence: string) => void
}

type Blame = { field: CheckInField; sentence: string; value: unknown }

/** The values of a form, and its sentences: a field speaks up once it was left or its page was to be finished. */
export function useFormSheet({ start, facts, marked = [], idMask, judge }: Options): FormOfCheckIn {
  const { control, watch, setValue, formState } = useForm<FormValues>({ defaultValues: start, shouldUnregister: false })
  const [attempted, setAttempted] = useState<readonly CheckInField[]>([])
  const [blames, setBlames] = useState<readonly Blame[]>([])
  const values = watch()
  const issues = judge ? judge(values) : checkForm(values, facts).issues

  const touched = formState.touchedFields
  const speaks = (field: CheckInField) => Boolean(touched[field]) || attempted.includes(field)
  const errors = issues.filter(({ field, level }) => level === 'error' && isAsked(field, values))
  const shown = errors.filter(({ field }) => attempted.includes(field))
  const blamed = (field: CheckInField) =>
    blames.find((blame) => blame.field === field && blame.value === values[field])?.sentence

  const errorOf = (field: CheckInField) => {
    const issue = speaks(field) ? errors.find((one) => one.field === field) : undefined
    return issue ? FORM_SENTENCES[issue.code] : blamed(field)
  }
  const warningOf = (field: CheckInField) => {
    const issue = issues.find((one) => one.field === field && one.level === 'warning')
    return issue && FORM_SENTENCES[issue.code]
  }
  return {
    sheet: { control, values, facts, errorOf, warningOf, marked, idMask },
    control,
    setValue,
    values,
    shown,
    attempt: (fields) => {
      setAttempted((before) => [...new Set([...before, ...fields])])
      return errors.filter(({ field }) => fields.includes(field))
    },
    blame: (field, sentence) => setBlames((before) => [...before, { field, sentence, value: values[field] }]),
  }
}
