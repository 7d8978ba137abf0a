import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { atMost, median, type Row } from './row'

const ROUNDS = 11
const DIST = 'dist/cloudfunctions'

/** Milliseconds, on the clock and of the processor. The processor's are steadier on a busy machine. */
type Load = { wall: number; cpu: number }

/** As in the cloud: elsewhere the SDK begins by looking for the cloud over the network. */
const ENV = { ...process.env, TENCENTCLOUD_RUNENV: 'SCF', TENCENTCLOUD_REGION: 'ap-shanghai', SCF_NAMESPACE: 'bench' }

/** What a fresh process needs to load a module. */
function load(module: string): Load {
  const script = `
    const cpu = process.cpuUsage(), wall = performance.now()
    require(${JSON.stringify(module)})
    const { user, system } = process.cpuUsage(cpu)
    process.stdout.write(JSON.stringify({ wall: performance.now() - wall, cpu: (user + system) / 1000 }))`
  const said = execFileSync(process.execPath, ['-e', script], { encoding: 'utf8', env: ENV })
  return JSON.parse(said) as Load // written by the script above
}

/** P16: how a bundled function loads against the bare SDK, in turn, so that both meet the same machine. */
export function coldStartRows(): Row[] {
  const functions = readdirSync(DIST).map((name) => ({
    name,
    file: resolve(DIST, name, 'index.js'),
    loads: [] as Load[],
  }))
  const bare: Load[] = []
  for (let round = 0; round < ROUNDS; round += 1) {
    bare.push(load('wx-server-sdk'))
    for (const { file, loads } of functions) loads.push(load(file))
  }
  const ratio = (loads: readonly Load[], of: keyof Load) =>
    median(loads.map((each) => each[of])) / median(bare.map((each) => each[of]))

  return functions.map(({ name, loads }) =>
    atMost(
      'P16',
      `cold load of ${name}, against the bare SDK`,
      ratio(loads, 'wall'),
      0.7,
      '×',
      `, of processor time ${ratio(loads, 'cpu').toFixed(2)}×`,
    ),
  )
}
