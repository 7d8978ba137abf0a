import { setTimeout as pause } from 'node:timers/promises'

const OFTEN = 50

/** Tries until nothing is thrown; the last failure is the test's. For what no locator can wait for. */
export async function until<T>(check: () => T | Promise<T>, patience = 15_000): Promise<T> {
  const end = performance.now() + patience
  for (;;) {
    try {
      return await check()
    } catch (failure) {
      if (performance.now() > end) throw failure
    }
    await pause(OFTEN)
  }
}
