type Data = Record<string, unknown>

export type Paint = {
  component: string
  bytes: number
  paths: string[]
  data: Data
  /** When it began and how long the simulated client took to draw it, in milliseconds. */
  at: number
  took: number
  /** What the component holds at a path by now. */
  holds: (path: string) => unknown
  /** Paths that already had this very value. */
  again: string[]
}

type Painted = { is?: string; data?: unknown; setData(data: Data, done?: () => void): void }

const isHolder = (value: unknown): value is Data => typeof value === 'object' && value !== null

/** What a component holds at a path such as `root.cn.[0].cl`. */
export const valueAt = (data: unknown, path: string): unknown =>
  path
    .replace(/\[(\d+)\]/g, '$1')
    .split('.')
    .reduce<unknown>((holder, key) => (isHolder(holder) ? holder[key] : undefined), data)

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Remembers every setData: how often, how much, and where in the page it went. */
export function createPaintLog() {
  const paints: Paint[] = []
  const watch = (component: Painted, name: string) => {
    const paint = component.setData.bind(component)
    component.setData = (data, done) => {
      const paths = Object.keys(data)
      const again = paths.filter((path) => same(valueAt(component.data, path), data[path]))
      const bytes = Buffer.byteLength(JSON.stringify(data))
      const at = performance.now()
      const noted = {
        component: name,
        bytes,
        paths,
        data,
        at,
        took: 0,
        again,
        holds: (path: string) => valueAt(component.data, path),
      }
      paints.push(noted)
      paint(data, done)
      noted.took = performance.now() - at
    }
  }
  return {
    paints,
    watch,
    count: () => paints.length,
    bytes: () => paints.reduce((sum, { bytes }) => sum + bytes, 0),
    clear: () => void paints.splice(0),
  }
}

export type PaintLog = ReturnType<typeof createPaintLog>
