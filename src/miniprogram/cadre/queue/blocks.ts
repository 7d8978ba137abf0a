import { LISTS } from '#domain/limits'

/** Rows are mounted block by block, two at a time: never more than fifty. */
export const BLOCK = LISTS.queuePage
export const MOUNTED_BLOCKS = 2

export const blocksOf = <T>(rows: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(rows.length / BLOCK) }, (_, index) => rows.slice(index * BLOCK, (index + 1) * BLOCK))

/** The first mounted block that lets the last one be seen. */
export const lastFirst = (count: number): number => Math.max(0, count - MOUNTED_BLOCKS)

/** Keeps the first mounted block inside the list, which may have become shorter. */
export const within = (first: number, count: number): number => Math.min(Math.max(0, first), lastFirst(count))
