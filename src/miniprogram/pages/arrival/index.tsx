import { useState } from 'react'
import { AnswerView } from '../../api/answer-view'
import { clearSession } from '../../api/session'
import { chosenBranch } from '../../form/chosen-branch'
import { Hero } from '../../ui/hero'
import { Page } from '../../ui/page'
import { open, restartAt } from '../../member/routes'
import { useGate } from '../../member/use-gate'
import { useMe } from '../../member/use-me'
import { Choice } from './choice'
import { UseTransfer } from './use-transfer'

/** 你从哪里来？ One tap each. */
export default function ArrivalPage() {
  const [transfer, setTransfer] = useState(false)
  const me = useMe()
  const status = me.value && (me.value.me.checkIn?.status ?? 'draft')
  const allowed = useGate(status, ['draft', 'returned', 'withdrawn'])
  const branch = chosenBranch.read()

  const changeAccount = () => {
    clearSession()
    restartAt('login')
  }
  return (
    <Page id='arrival' white>
      <AnswerView of={me}>
        {() =>
          allowed ? (
            <>
              <Hero
                {...(branch ? { over: `报到到 ${branch.name}` } : {})}
                title='你从哪里来？'
                notes={['选一个，后面只问用得上的。']}
              />
              <Choice
                id='arrival-inProvince'
                icon='user'
                title='省内，第一次用'
                note='还没有在这个系统报到过'
                onTap={() => open('form', { arrival: 'inProvince' })}
              />
              <Choice
                id='arrival-otherProvince'
                icon='doc'
                title='从外省来，带了介绍信'
                note='要填介绍信的编号和日期，并拍照'
                onTap={() => open('form', { arrival: 'otherProvince' })}
              />
              <Choice
                id='arrival-inSystem'
                icon='swap'
                title='省内，已在系统里'
                note='在别的支部报到过，办转接'
                onTap={() => setTransfer(true)}
              />
              <UseTransfer open={transfer} onClose={() => setTransfer(false)} onLogIn={changeAccount} />
            </>
          ) : null
        }
      </AnswerView>
    </Page>
  )
}
