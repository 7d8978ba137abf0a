import { createContext, useContext } from 'react'
import type { Control } from 'react-hook-form'
import type { CheckInField } from '#domain/check-in-values'
import type { FormFacts, FormValues } from '#domain/check-in-form'

/** What every field of a form knows about the form around it. */
export type FormSheet = {
  control: Control<FormValues>
  values: FormValues
  facts: FormFacts
  /** The sentence below a field, once its owner has left it or tried to go on. */
  errorOf: (field: CheckInField) => string | undefined
  /** A sentence that asks to look again and stops nobody. */
  warningOf: (field: CheckInField) => string | undefined
  marked: readonly CheckInField[]
  /** The number on file, masked; it stays unless another is typed. */
  idMask: string | undefined
}

const Sheet = createContext<FormSheet | undefined>(undefined)
export const FormSheetProvider = Sheet.Provider

export function useFormSheet(): FormSheet {
  const sheet = useContext(Sheet)
  if (!sheet) throw new Error('a field stands outside a form')
  return sheet
}
