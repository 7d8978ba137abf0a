import { useEffect, useState } from 'react'
import { clearSession } from '../api/session'
import { restartAt } from '../member/routes'
import { IdOnFile } from './id-on-file'
import { scrollToId } from './jump'
import { RefusalNotice } from './refusal-notice'
import type { Editor } from './use-editor'

const changeAccount = () => {
  clearSession()
  restartAt('login')
}

/** Why the branch did not get it: a sentence, or, for a number that is in use elsewhere, every way out. */
export function Problem({ editor }: { editor: Editor }) {
  const { refusal } = editor.handIn
  const [open, setOpen] = useState(true)
  useEffect(() => {
    setOpen(true)
    // the button is at the foot, the sentence at the top
    if (refusal) scrollToId('form-refusal')
  }, [refusal])

  // the fields themselves say what is wrong with them
  if (!refusal || (refusal.code === 'FORM_INVALID' && editor.form.shown.length > 0)) return null
  if (refusal.code !== 'ID_ON_FILE') return <RefusalNotice refusal={refusal} />
  return (
    <>
      <RefusalNotice refusal={refusal} onWay={() => setOpen(true)} />
      {open ? <IdOnFile detail={refusal.detail} onClose={() => setOpen(false)} onLogIn={changeAccount} /> : null}
    </>
  )
}
