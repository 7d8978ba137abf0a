import type { Box, Shown } from './layout'

// These run inside the browser's page: each is whole in itself.

/** How far to the four sides a finger still hits each thing that can be touched: what lies above it counts against it. */
export function measureTouch(): Box[] {
  const reach = 60
  return [...document.querySelectorAll<HTMLElement>('[data-tap]')].flatMap((element) => {
    const box = element.getBoundingClientRect()
    if (box.width === 0 && box.height === 0) return []
    element.scrollIntoView({ block: 'center', inline: 'center' })
    const { left, top, width, height } = element.getBoundingClientRect()
    const [x, y] = [left + width / 2, top + height / 2]
    const hits = (dx: number, dy: number) => element.contains(document.elementFromPoint(x + dx, y + dy))
    const far = (dx: number, dy: number) => {
      let steps = 0
      while (steps < reach && hits(dx * (steps + 1), dy * (steps + 1))) steps += 1
      return steps
    }
    const across = far(-1, 0) + far(1, 0) + 1
    const down = far(0, -1) + far(0, 1) + 1
    return [{ what: element.dataset.tap ?? '', width: across, height: down }]
  })
}

/** The pictures of the page, and how large they are in themselves. */
export async function measureImages(): Promise<Shown[]> {
  const images = [...document.querySelectorAll('img')]
  return Promise.all(
    images.map(async (image) => {
      await image.decode().catch(() => undefined)
      const { width, height } = (image.parentElement ?? image).getBoundingClientRect()
      const { naturalWidth, naturalHeight } = image
      return {
        what: image.alt,
        width,
        height,
        naturalWidth,
        naturalHeight,
        network: !image.src.startsWith('data:'),
      }
    }),
  )
}

/** What can be touched in something fixed, and reaches into the 34 pixels of the home bar. */
export function measureUnsafe(): string[] {
  const bar = 34
  window.scrollTo(0, 0)
  const stays = (element: Element | null): boolean =>
    element !== null &&
    (['fixed', 'sticky'].includes(getComputedStyle(element).position) || stays(element.parentElement))
  return [...document.querySelectorAll<HTMLElement>('[data-tap]')].flatMap((element) => {
    const { top, bottom, height } = element.getBoundingClientRect()
    const reaches = height > 0 && top < window.innerHeight && bottom > window.innerHeight - bar
    return reaches && stays(element.parentElement) ? [element.dataset.tap ?? ''] : []
  })
}
