import { accept, refuse } from '#domain/outcome'
import { createCommand, newCommandId } from '../../src/miniprogram/api/command'

const counted = () => {
  let count = 0
  return createCommand(() => `command-${(count += 1)}`)
}

describe('a command of a button', () => {
  it.each(['OFFLINE', 'INTERNAL'])('keeps its name when nobody knows whether it was done: %s', (code) => {
    const command = counted()
    expect(command.idFor({ version: 1 })).toBe('command-1')
    command.answered(refuse(code))
    expect(command.idFor({ version: 1 })).toBe('command-1')
  })

  it.each(['STALE', 'BUSY', 'FORM_INVALID', 'CODE_WRONG', 'SIGNED_OUT'])(
    'gets a new name after a clear no: %s',
    (code) => {
      const command = counted()
      command.idFor({ version: 1 })
      command.answered(refuse(code))
      expect(command.idFor({ version: 1 })).toBe('command-2')
    },
  )

  it('gets a new name after it was done, so that the same can be done again', () => {
    const command = counted()
    command.idFor({})
    command.answered(accept({}))
    expect(command.idFor({})).toBe('command-2')
  })

  it('never names two different inputs alike', () => {
    const command = counted()
    command.idFor({ version: 1 })
    command.answered(refuse('OFFLINE'))
    expect(command.idFor({ version: 2 })).toBe('command-2')
    command.answered(refuse('OFFLINE'))
    expect(command.idFor({ version: 1 })).toBe('command-3')
  })

  it('has a name that the server takes, another one each time', () => {
    const names = Array.from({ length: 1000 }, newCommandId)
    expect(new Set(names).size).toBe(names.length)
    names.forEach((name) => expect(name).toMatch(/^[\w-]{20,64}$/))
  })
})
