export type Options = Record<string, unknown>
export type Call = { api: string; options: Options }
export type Answer = (options: Options) => unknown
type Callback = (answer: Options) => void

const callback = (options: Options, name: 'success' | 'fail' | 'complete', answer: Options) => {
  const given = options[name]
  // WeChat's convention: these three options are functions.
  if (typeof given === 'function') (given as Callback)(answer)
}

const wordsOf = (failure: unknown) => (failure instanceof Error ? failure.message : String(failure))

/** Answers calls of the phone the way WeChat does, by callbacks or by a promise, and remembers them. */
export function createCalls() {
  const log: Call[] = []

  const settle = async (api: string, options: Options, answer: Answer): Promise<unknown> => {
    log.push({ api, options })
    const wantsCallbacks = 'success' in options || 'fail' in options || 'complete' in options
    try {
      const result = { errMsg: `${api}:ok`, ...((await answer(options)) as Options | undefined) } // nothing or a record
      callback(options, 'success', result)
      callback(options, 'complete', result)
      return result
    } catch (failure) {
      const result = { errMsg: `${api}:fail ${wordsOf(failure)}` }
      callback(options, 'fail', result)
      callback(options, 'complete', result)
      if (!wantsCallbacks) throw result
      return undefined
    }
  }

  return {
    log,
    settle,
    of: (api: string) => log.filter((call) => call.api === api).map((call) => call.options),
    clear: () => void log.splice(0),
  }
}

export type Calls = ReturnType<typeof createCalls>
