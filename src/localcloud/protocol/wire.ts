/** One call of the SDK, as the wire sees it before it is carried out. */
export type WireCall = {
  /** Counted from 1 since the script was set. */
  number: number
  action: string
  /** The collection or the openapi call, where there is one. */
  about: string
  /** The caller's `WX_API_TOKEN`: it tells parallel function calls apart. */
  token: string
  /** Settles when the call is over, whatever became of it. */
  over: Promise<void>
}

/** `cut`: the connection breaks before anything is done. `loseReply`: it is done, and the connection breaks before the reply. */
export type WireOutcome = 'pass' | 'cut' | 'loseReply' | { code: string; message: string }
/** A promise holds the call: whoever keeps it decides when, and in which order, calls are carried out. */
export type WireScript = (call: WireCall) => WireOutcome | undefined | Promise<WireOutcome | undefined>

export type Fate = { outcome: WireOutcome; end: () => void }
const UNTOUCHED: Fate = { outcome: 'pass', end: () => undefined }

/** Lets a test decide what happens to each call of the SDK. Without a script, nobody looks. */
export class Wire {
  private decide: WireScript | undefined
  private number = 0

  script(decide: WireScript | undefined): void {
    this.decide = decide
    this.number = 0
  }

  async fateOf(describe: () => Pick<WireCall, 'action' | 'about' | 'token'>): Promise<Fate> {
    if (!this.decide) return UNTOUCHED
    let end = () => {}
    const over = new Promise<void>((resolve) => (end = resolve))
    this.number += 1
    const outcome = (await this.decide({ ...describe(), number: this.number, over })) ?? 'pass'
    return { outcome, end }
  }
}
