import type { Page } from '../support/page'
import { attributeOf, type WxElement, wxElements } from '../support/wx-node'

const CONTROLS = ['wx-button', 'wx-input', 'wx-textarea', 'wx-picker', 'wx-switch']

const isControl = (element: WxElement) => CONTROLS.includes(element.tagName.toLowerCase())

/** Taro binds a tap to every view; those that answer to it are the ones that look pressed. */
const canBeTouched = (element: WxElement) => {
  const pressed = attributeOf(element, 'hover-class')
  return isControl(element) || (typeof pressed === 'string' && pressed !== '' && pressed !== 'none')
}

// The simulated client puts the component's name before each class, with two dashes.
const plainClasses = (names: string) => names.replace(/(^|\s)\S*?--/g, '$1')

const copyStyles = (from: WxElement, to: HTMLElement) => {
  to.className = plainClasses(from.className)
  const style = attributeOf(from, 'style')
  if (typeof style === 'string' && style) to.setAttribute('style', style)
}

const picture = (element: WxElement) => {
  const image = document.createElement('img')
  image.alt = plainClasses(element.className)
  image.src = String(attributeOf(element, 'src') ?? '')
  image.style.objectFit = attributeOf(element, 'mode') === 'aspectFill' ? 'cover' : 'contain'
  return image
}

/** A page as plain HTML, for a browser to lay out: the same elements, classes and words. */
export function stillOf(page: Page): string {
  const copy = page.host.cloneNode(true) as HTMLElement // a clone is what its original is
  const copies = [...copy.querySelectorAll<HTMLElement>('*')]
  const originals = [...page.host.querySelectorAll<HTMLElement>('*')]
  const known = new Map(wxElements(page.host).map((element) => [element as HTMLElement, element]))
  originals.forEach((original, index) => {
    const [element, twin] = [known.get(original), copies[index]]
    if (!element || !twin) return
    copyStyles(element, twin)
    const name = element.__wxElement?.id || twin.className
    if (canBeTouched(element)) twin.dataset.tap = name
    if (element.tagName.toLowerCase() === 'wx-image') twin.replaceChildren(picture(element))
  })
  return copy.outerHTML
}
