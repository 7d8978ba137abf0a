import { button, byId } from './dom'
import { prefer } from './identity'

const HEIGHT = 844
const WIDTHS = { usual: 390, narrow: 320 } as const
const BEZEL = 12
const HEAD = 64

const frame = () => byId('phone') as HTMLIFrameElement // the element of this id is one

let width: number = WIDTHS.usual

/** Shrinks the phone until it fits under the head of the page; it never grows beyond its real size. */
function fit(): void {
  const [room, bezel] = [byId('room'), byId('bezel')]
  const [wide, high] = [width + 2 * BEZEL, HEIGHT + 2 * BEZEL]
  // in one column the phone stands below the people: then it may fill a window of its own
  const above = Math.min(room.getBoundingClientRect().top + window.scrollY, HEAD)
  const free = window.innerHeight - above - byId('switches').offsetHeight - 24
  const scale = Math.min(1, Math.max(0.55, free / high))
  frame().style.width = `${width}px`
  frame().style.height = `${HEIGHT}px`
  bezel.style.transform = `scale(${scale})`
  room.style.width = `${wide * scale}px`
  room.style.height = `${high * scale}px`
}

const loaded = (address: string) =>
  new Promise<void>((resolve) => {
    frame().addEventListener('load', () => resolve(), { once: true })
    frame().src = address
  })

/** Takes the program out of the phone, so that it writes nothing any more. */
export const unload = () => loaded('about:blank')
export const open = (route: string) => loaded(`/#${route}`)
/** Goes to a page as a scanned code would; the program that is running stays. */
export const goTo = (route: string) => frame().contentWindow?.location.assign(`/#${route}`)
const reload = () => frame().contentWindow?.location.reload()

function toggle(label: string, onChange: (on: boolean) => void): HTMLButtonElement {
  const made = button(label, () => {
    const on = made.getAttribute('aria-pressed') !== 'true'
    made.setAttribute('aria-pressed', String(on))
    onChange(on)
  })
  made.setAttribute('aria-pressed', 'false')
  return made
}

/** The switches below the phone, and the phone in its size. */
export function showPhone(): void {
  const preferences = { theme: 'light', size: 'regular' }
  const look = (choice: Partial<typeof preferences>) => {
    Object.assign(preferences, choice)
    prefer(preferences)
    byId('bezel').classList.toggle('dark', preferences.theme === 'dark')
    reload()
  }
  prefer(preferences)
  byId('switches').append(
    toggle('深色', (on) => look({ theme: on ? 'dark' : 'light' })),
    toggle('长辈版', (on) => look({ size: on ? 'elder' : 'regular' })),
    toggle('320 宽', (on) => {
      width = on ? WIDTHS.narrow : WIDTHS.usual
      fit()
    }),
    button('重新载入', reload),
  )
  window.addEventListener('resize', fit)
  fit()
}
