/** What a thread needs to tell the cloud's time: eight bytes that all threads see at once. */
export type SharedClock = SharedArrayBuffer

/** The cloud's time in milliseconds; `real` is the machine's. */
export const clockReader = (shared: SharedClock, real: () => number = () => Date.now()): (() => number) => {
  const ahead = new BigInt64Array(shared)
  return () => real() + Number(Atomics.load(ahead, 0))
}

/** The cloud's time: the machine's, moved forward by some milliseconds and never back. */
export class Clock {
  readonly shared: SharedClock = new SharedArrayBuffer(8)
  readonly now = clockReader(this.shared)
  private readonly view = new BigInt64Array(this.shared)

  /** How far it is ahead of the machine's. */
  get ahead(): number {
    return Number(Atomics.load(this.view, 0))
  }

  moveTo(ahead: number): void {
    if (ahead > this.ahead) Atomics.store(this.view, 0, BigInt(ahead))
  }
}
