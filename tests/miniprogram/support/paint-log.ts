export type Paint = { component: string; bytes: number; paths: string[] }

type Painted = { is?: string; setData(data: Record<string, unknown>, done?: () => void): void }

/** Remembers every setData: how often, how much, and where in the page it went. */
export function createPaintLog() {
  const paints: Paint[] = []
  const watch = (component: Painted, name: string) => {
    const paint = component.setData.bind(component)
    component.setData = (data, done) => {
      paints.push({ component: name, bytes: Buffer.byteLength(JSON.stringify(data)), paths: Object.keys(data) })
      paint(data, done)
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
