import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidHide } from '@tarojs/taro'
import type { BranchChoice } from '#contract/checkin'
import type { FormValues } from '#domain/check-in-form'
import { client } from '../api/client'
import { draftOf } from './draft'
import { localDraft } from './local-draft'

type Given = { values: FormValues; step: number; branch: BranchChoice | undefined; savedAt: string | undefined }

const PAUSE = 400

const contentOf = ({ values, branch }: Pick<Given, 'values' | 'branch'>) => ({
  values: draftOf(values),
  ...(branch && { branch }),
})

/** Keeps what was typed: on the phone at every pause, on the server at every step. Never the ID number. */
export function useDraft({ values, step, branch, savedAt }: Given) {
  const [saved, setSaved] = useState(savedAt)
  const over = useRef(false)
  const unsaved = useRef(false)
  const latest = useRef({ values, step, branch })
  latest.current = { values, step, branch }

  const save = useCallback((at?: number) => {
    if (over.current) return
    const now = new Date().toISOString()
    localDraft.write({ step: at ?? latest.current.step, savedAt: now, ...contentOf(latest.current) })
    unsaved.current = false
    setSaved(now)
  }, [])
  const flush = useCallback(() => {
    if (unsaved.current) save()
  }, [save])

  const typed = JSON.stringify(draftOf(values))
  const seen = useRef(typed)
  useEffect(() => {
    if (typed === seen.current) return
    seen.current = typed
    unsaved.current = true
  }, [typed])
  useEffect(() => {
    const timer = setTimeout(flush, PAUSE)
    return () => clearTimeout(timer)
  }, [typed, flush])
  useDidHide(flush)
  useEffect(() => flush, [flush])

  return {
    savedAt: saved,
    /** At once: another page is about to read it. */
    keepNow: flush,
    /** A step is done: the server gets it, too. Should it not answer, the phone still has it. */
    saveStep(next: number) {
      save(next)
      void client.checkin.saveDraft({ step: next, ...contentOf(latest.current) })
    },
    /** Handed in, or not to be kept. */
    forget() {
      over.current = true
      localDraft.clear()
    },
  }
}
