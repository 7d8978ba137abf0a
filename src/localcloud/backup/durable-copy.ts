import { createHash } from 'node:crypto'
import { closeSync, copyFileSync, fsyncSync, mkdirSync, openSync, readSync } from 'node:fs'
import path from 'node:path'

export type Print = { bytes: number; sha256: string }

const PIECE = 1024 * 1024

export const printOf = (file: string): Print => {
  const hash = createHash('sha256')
  const piece = Buffer.allocUnsafe(PIECE)
  const from = openSync(file, 'r')
  let bytes = 0
  try {
    for (let read = readSync(from, piece); read > 0; read = readSync(from, piece)) {
      hash.update(piece.subarray(0, read))
      bytes += read
    }
  } finally {
    closeSync(from)
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Waits until a file is on the disk and not in a cache only. */
export const settle = (file: string): void => {
  const handle = openSync(file, 'r+')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}

export const copyDurably = (from: string, to: string): void => {
  mkdirSync(path.dirname(to), { recursive: true })
  copyFileSync(from, to)
  settle(to)
}
