import { useRef, useState } from 'react'
import type { Refusal } from '#contract/index'
import type { Outcome, Refused } from '#domain/outcome'
import { createCommand } from './command'

type Ask<I, T> = (input: I, commandId?: string) => Promise<Outcome<T, Refusal>>
type Listeners<I, T> = {
  onDone?: (value: T, input: I) => void
  onRefused?: (refusal: Refused<Refusal>, input: I) => void
}

export type Act<I, T> = {
  /** The answer as well, for a page that goes on from there; undefined when a tap came while busy. */
  act: (input: I) => Promise<Outcome<T, Refusal> | undefined>
  busy: boolean
  refusal: Refused<Refusal> | undefined
  reset: () => void
}

/** One command of a button: a second tap while busy does nothing, a retry of an unknown outcome does nothing twice. */
export function useAct<I, T>(ask: Ask<I, T>, { onDone, onRefused }: Listeners<I, T> = {}): Act<I, T> {
  const command = useRef(createCommand())
  const running = useRef(false)
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<Refused<Refusal>>()

  const act = async (input: I) => {
    if (running.current) return undefined
    running.current = true
    setBusy(true)
    setRefusal(undefined)
    const answer = await ask(input, command.current.idFor(input))
    command.current.answered(answer)
    running.current = false
    setBusy(false)
    if (answer.ok) {
      onDone?.(answer.value, input)
      return answer
    }
    setRefusal(answer)
    onRefused?.(answer, input)
    return answer
  }
  return { act, busy, refusal, reset: () => setRefusal(undefined) }
}
