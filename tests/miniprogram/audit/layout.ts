import { fork } from 'node:child_process'
import { resolve } from 'node:path'

export type Box = { what: string; width: number; height: number }
export type Shown = Box & { naturalWidth: number; naturalHeight: number; network: boolean }

/** How a page lies on a screen. */
export type Layout = {
  /** How large the area is in which a finger hits each thing that can be touched. */
  touched: Box[]
  images: Shown[]
  /** What can be touched in a fixed foot and lies under the home bar of an iPhone X. */
  unsafe: string[]
  /** Widths of a window at which the page is wider than the window. */
  overflows: number[]
}

export type Sheet = { html: string; css: string }

/** Lays pages out in Chromium: the simulated client draws them, but gives nothing a size. */
export async function openLayout() {
  const file = resolve(__dirname, 'layout-process.ts')
  const child = fork(file, [], { cwd: resolve(__dirname, '../../..'), execArgv: ['--import', 'tsx'] })
  const next = () =>
    new Promise<unknown>((answer, failed) => {
      const ended = () => failed(new Error(`the browser's process ended with ${String(child.exitCode)}`))
      if (child.exitCode !== null) return ended()
      child.once('exit', ended)
      child.once('message', (said) => (child.off('exit', ended), answer(said)))
    })
  await next()
  return {
    async measure(sheet: Sheet): Promise<Layout> {
      child.send(sheet)
      return (await next()) as Layout // layout-process.ts answers nothing else
    },
    close: () => void child.disconnect(),
  }
}
