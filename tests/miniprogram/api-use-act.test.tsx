import { act as settle, type ReactNode } from 'react'
import { accept, type Outcome, refuse } from '#domain/outcome'
import type { Refusal } from '#contract/index'
import { type Act, useAct } from '../../src/miniprogram/api/use-act'

type Answer = Outcome<{ version: number }, Refusal>
type Asked = { input: { version: number }; id: string | undefined; answer: (answer: Answer) => Promise<void> }

type Root = { render(node: ReactNode): void; unmount(): void }
// react-dom comes without types
const { createRoot } = jest.requireActual<{ createRoot(into: Element): Root }>('react-dom/client')

let root: Root
beforeEach(() => {
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })
  root = createRoot(document.createElement('div'))
})
afterEach(() => settle(() => root.unmount()))

/** A button whose server answers when the test says so. */
function aButton() {
  const asked: Asked[] = []
  const done: number[] = []
  const refused: string[] = []
  const ask = (input: { version: number }, id?: string) =>
    new Promise<Answer>((resolve) => {
      asked.push({ input, id, answer: (answer) => settle(async () => resolve(answer)) })
    })
  let shown: Act<{ version: number }, { version: number }> | undefined
  function Button() {
    shown = useAct(ask, { onDone: ({ version }) => done.push(version), onRefused: ({ code }) => refused.push(code) })
    return null
  }
  settle(() => root.render(<Button />))
  const now = () => {
    if (!shown) throw new Error('the button was not drawn')
    return shown
  }
  const tap = (version = 1) => settle(() => void now().act({ version }))
  const last = () => {
    const latest = asked.at(-1)
    if (!latest) throw new Error('nothing was asked')
    return latest
  }
  return { asked, done, refused, now, tap, last }
}

describe('a button that asks the server', () => {
  it('asks once for two quick taps, and says that it is busy', async () => {
    const button = aButton()
    button.tap()
    button.tap()
    expect(button.asked).toHaveLength(1)
    expect(button.now().busy).toBe(true)
    await button.last().answer(accept({ version: 2 }))
    expect(button.now().busy).toBe(false)
    expect(button.done).toEqual([2])
  })

  it('repeats the same command when the network failed, so that nothing is done twice', async () => {
    const button = aButton()
    button.tap()
    await button.last().answer(refuse('OFFLINE'))
    expect(button.now().refusal?.code).toBe('OFFLINE')
    button.tap()
    expect(button.asked[1]?.id).toBe(button.asked[0]?.id)
    await button.last().answer(accept({ version: 2 }))
    expect(button.now().refusal).toBeUndefined()
  })

  it('sends a new command when the form was changed in between', async () => {
    const button = aButton()
    button.tap(1)
    await button.last().answer(refuse('OFFLINE'))
    button.tap(2)
    expect(button.asked[1]?.id).not.toBe(button.asked[0]?.id)
  })

  it('tells why it was refused, and can be tapped again', async () => {
    const button = aButton()
    button.tap()
    await button.last().answer(refuse('STALE'))
    expect(button.refused).toEqual(['STALE'])
    button.tap()
    expect(button.asked).toHaveLength(2)
  })
})
