import { spawn } from 'node:child_process'
import { openLog, Told, LOG_FILE } from './tell.mjs'

const isWindows = process.platform === 'win32'
const running = new Set()

const track = (child) => {
  running.add(child)
  child.once('exit', () => running.delete(child))
  return child
}

/** Asks every program that this one started to end. */
export const endAll = () => running.forEach((child) => child.kill('SIGTERM'))

const exitOf = (child) =>
  new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code, signal) => resolve(code ?? (signal ? 1 : 0)))
  })

/** Runs a program with its output in the log. Rejects with `sentence` when it fails. */
export async function run(command, args, sentence, env = {}) {
  const log = openLog()
  log.write(`\n> ${command} ${args.join(' ')}\n`)
  // npm is a script on Windows, which only a shell can run
  const child = track(
    spawn(command, args, {
      env: { ...process.env, ...env },
      shell: isWindows && command === 'npm',
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  )
  child.stdout.pipe(log, { end: false })
  child.stderr.pipe(log, { end: false })
  const code = await exitOf(child).catch(() => 1)
  await new Promise((done) => log.end(done))
  if (code !== 0) throw new Told(`${sentence} 详情见 ${LOG_FILE}。`)
}

/** Runs a Node program on this terminal until it ends; answers its exit code. */
export const hand = (args) => exitOf(track(spawn(process.execPath, args, { stdio: 'inherit' })))
