import { useContext, useState } from 'react'
import { SelectionContext, useAllChosen } from '../../queue/use-selection'
import { CadreTabs } from '../../shell/cadre-tabs'
import { Batch } from './batch'
import { type Result, ResultSheet } from './result-sheet'

/** The four places, or what can be done with whoever is chosen; only this is drawn again when a row is chosen. */
export function QueueFoot({ waiting, unread }: { waiting: number | undefined; unread: number }) {
  const chosen = useAllChosen(useContext(SelectionContext))
  const [result, setResult] = useState<Result>()
  return (
    <>
      {chosen.length > 0 ? (
        <Batch chosen={chosen} onDone={setResult} />
      ) : (
        <CadreTabs active='queue' waiting={waiting} unread={unread} />
      )}
      <ResultSheet result={result} onClose={() => setResult(undefined)} />
    </>
  )
}
