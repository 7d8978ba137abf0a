import { useEffect, useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { BLOCK, blocksOf, lastFirst, MOUNTED_BLOCKS, within } from './blocks'

export const blockId = (index: number) => `rows-${index}`

// Until a block has been measured: the height of a row with two lines.
const ROW_HEIGHT = 69

const measure = (index: number, heights: Map<number, number>) =>
  void Taro.createSelectorQuery()
    .select(`#${blockId(index)}`)
    .boundingClientRect((found) => {
      const area = Array.isArray(found) ? found[0] : found
      if (area?.height) heights.set(index, area.height)
    })
    .exec()

/** The part of a long list that is mounted: its beginning, until somebody asks for more. */
export function useWindow<T>(rows: readonly T[]) {
  const [start, setStart] = useState<number | 'end'>(0)
  const heights = useRef(new Map<number, number>())
  const all = blocksOf(rows)
  const last = lastFirst(all.length)
  const first = start === 'end' ? last : within(start, all.length)

  useEffect(() => {
    // A short list never gives way, so nobody needs its heights.
    if (all.length < MOUNTED_BLOCKS) return
    Taro.nextTick(() => {
      for (let index = first; index < first + MOUNTED_BLOCKS; index += 1) measure(index, heights.current)
    })
  }, [first, all.length])

  const heightOf = (block: readonly T[], index: number) => heights.current.get(index) ?? block.length * ROW_HEIGHT
  return {
    first,
    blocks: all.slice(first, first + MOUNTED_BLOCKS),
    /** How many people are above, and how much room they took. */
    gone: first * BLOCK,
    height: all.slice(0, first).reduce((sum, block, index) => sum + heightOf(block, index), 0),
    back: () => setStart(first - 1),
    /** Shows what is about to be loaded as soon as it is there. */
    follow: () => setStart('end'),
    /** Absent at the end of what has been loaded. */
    forward: first < last ? () => setStart(first + 1 < last ? first + 1 : 'end') : undefined,
  }
}
