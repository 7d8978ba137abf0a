import { useEffect, useRef, useState } from 'react'
import { useDidHide } from '@tarojs/taro'
import type { BranchChoice } from '#contract/checkin'
import type { FormValues } from '#domain/check-in-form'
import { client } from '../api/client'
import { draftOf } from './draft'
import { localDraft } from './local-draft'

type Given = { values: FormValues; step: number; branch: BranchChoice | undefined; savedAt: string | undefined }

const PAUSE = 400

/** Keeps what was typed: on the phone at every pause, on the server at every step. Never the ID number. */
export function useDraft({ values, step, branch, savedAt }: Given) {
  const [saved, setSaved] = useState(savedAt)
  const over = useRef(false)
  const latest = useRef({ values, step })
  latest.current = { values, step }

  const save = (at: number = latest.current.step) => {
    if (over.current) return
    const now = new Date().toISOString()
    localDraft.write({ step: at, savedAt: now, values: draftOf(latest.current.values), ...(branch && { branch }) })
    setSaved(now)
  }
  const typed = JSON.stringify(draftOf(values))
  const first = useRef(typed)
  const dirty = useRef(false)

  useEffect(() => {
    if (typed === first.current && !dirty.current) return
    dirty.current = true
    const timer = setTimeout(save, PAUSE)
    return () => clearTimeout(timer)
    // `save` reads the newest values from a ref
  }, [typed])
  const flush = () => {
    if (dirty.current) save()
  }
  useDidHide(flush)
  useEffect(() => flush, [])

  return {
    savedAt: saved,
    /** At once: another page is about to read it. */
    keepNow: flush,
    /** A step is done: the server gets it, too. Should it not answer, the phone still has it. */
    saveStep(next: number) {
      save(next)
      void client.checkin.saveDraft({ step: next, values: draftOf(latest.current.values), ...(branch && { branch }) })
    },
    /** Handed in, or not to be kept. */
    forget() {
      over.current = true
      localDraft.clear()
    },
  }
}
