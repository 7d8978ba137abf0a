import { createWriteStream, mkdirSync } from 'node:fs'

const started = Date.now()
const isTerminal = process.stdout.isTTY === true

/** Where the details of a failure go: the screen gets one sentence. */
export const LOG_FILE = '.cache/start.log'

/** One readable sentence for whoever started the program; everything else is a fault. */
export class Told extends Error {}

export const say = (line) => console.log(line)

export const openLog = () => {
  mkdirSync('.cache', { recursive: true })
  return createWriteStream(LOG_FILE, { flags: 'a' })
}

const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1)

/** Seconds since the program began. */
export const elapsed = () => seconds(started)

/** Runs a stage and shows that it is alive: a ticking line in a terminal, a line every ten seconds in a log. */
export async function stage(name, work) {
  const since = Date.now()
  const show = () =>
    isTerminal ? process.stdout.write(`\r  … ${name} ${seconds(since)} 秒`) : say(`  … ${name} ${seconds(since)} 秒`)
  const timer = setInterval(show, isTerminal ? 200 : 10_000)
  if (isTerminal) show()
  try {
    const answer = await work()
    say(`${isTerminal ? '\r\u001b[K' : ''}  ✓ ${name}，${seconds(since)} 秒`)
    return answer
  } catch (thrown) {
    if (isTerminal) process.stdout.write('\r\u001b[K')
    throw thrown
  } finally {
    clearInterval(timer)
  }
}
