/** Lets everything run that is due now; only the simulated client's own timers need it. */
export const turn = (ms = 0) => new Promise<void>((resolve) => setTimeout(resolve, ms))

/** Tries until nothing is thrown and the answer is not false; the last failure is the test's. */
export async function waitFor<T>(check: () => T | Promise<T>, patience = 3000): Promise<T> {
  const start = performance.now()
  for (;;) {
    try {
      const answer = await check()
      if (answer !== false) return answer
      throw new Error('waitFor: still false')
    } catch (failure) {
      if (performance.now() - start > patience) throw failure
    }
    await turn(10)
  }
}
