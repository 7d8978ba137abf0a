import { parentPort, workerData } from 'node:worker_threads'
import { messageOf } from '../fault'
import { backup } from './backup'
import type { BackupAnswer, BackupStart } from './run'

const { dir, folder } = workerData as BackupStart // made by `run` of the same build
const send = (answer: BackupAnswer) => parentPort?.postMessage(answer)

try {
  send({ manifest: backup(dir, folder) })
} catch (thrown) {
  send({ fault: messageOf(thrown) })
}
