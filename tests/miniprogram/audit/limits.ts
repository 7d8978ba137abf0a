/** What a page may cost; stricter than WeChat's own conditions, see docs/audit.md. */
export const GOAL = {
  paintsInASecond: 4,
  firstPaints: 2,
  firstPaintBytes: 24 * 1024,
  nodes: 600,
  depth: 20,
  children: 50,
  /** Besides the session, which a fresh start asks for once. */
  requests: 2,
  answerBytes: 32 * 1024,
  images: 4,
  /** CSS pixels of a finger. */
  finger: 44,
  /** How far a picture may leave its own shape. */
  ratio: 0.15,
  pixelRatio: 2,
} as const

/** WeChat's own conditions where a shared machine's clock is no judge of ours. */
export const OFFICIAL = { run: 1000, content: 5000, answer: 1000, paintBytes: 256 * 1024, together: 10 } as const
