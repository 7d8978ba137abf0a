import type { Page } from '../support/page'
import { stillOf } from './still'
import { forBrowser, stylesOf } from './styles'

/** A page and its style sheets, ready for a browser. */
export function still(page: Page) {
  const styles = stylesOf(page.route)
  return { html: stillOf(page), css: forBrowser(styles), styles }
}
