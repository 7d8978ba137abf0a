import type { Root } from 'postcss'
import type { Paint } from '../support/paint-log'
import type { Layout } from './layout'

/** One question to the cloud: `review.queue`, when it was asked and answered, and what was wrong with the answer. */
export type Asked = { name: string; input: string; start: number; end: number; bytes: number; fault?: string }

/** Everything that was seen of one page, opened as the first of a fresh start, in the state in which it shows the most. */
export type Visit = {
  route: string
  state: string
  /** Up to the moment when nothing more came. */
  paints: readonly Paint[]
  /** Milliseconds from the opening to the words that the page is there for. */
  contentAfter: number
  /** The longest run of script in one go, without the time in which the simulated client draws. */
  longestRun: number
  shape: { nodes: number; depth: number; children: number }
  asked: readonly Asked[]
  /** Exceptions, rejections and console errors. */
  faults: readonly string[]
  /** What the phone was asked for, by name. */
  apis: readonly string[]
  /** Fields that were sent and that no template reads. */
  unread: readonly string[]
  /** The style sheets that the page loads. */
  styles: Root
  layout: Layout
}
