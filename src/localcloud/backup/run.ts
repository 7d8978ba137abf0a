import { Worker } from 'node:worker_threads'
import { workerFile } from '../worker-file'
import type { Manifest } from './manifest'

export type BackupStart = { dir: string; folder: string }
export type BackupAnswer = { manifest: Manifest; fault?: undefined } | { fault: string }

/** Makes a backup in a thread of its own: neither store nor gateway waits for it. */
export const runBackup = async (start: BackupStart): Promise<Manifest> => {
  const worker = new Worker(await workerFile('backup'), { workerData: start })
  try {
    const answer = await new Promise<BackupAnswer>((resolve, reject) => {
      worker.once('message', resolve)
      worker.once('error', reject)
    })
    if (answer.fault !== undefined) throw new Error(answer.fault)
    return answer.manifest
  } finally {
    await worker.terminate()
  }
}
