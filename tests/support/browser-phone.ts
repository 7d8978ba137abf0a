import type { Browser, Page } from 'playwright-core'
import { newContext, type Look } from './browser'

const PATIENCE = 20_000

export type PhoneOptions = Look & {
  /** Where the pages are served. */
  url: string
  /** Called for each page root that is reached, before anything is touched there. */
  onPage?: (id: string, page: Page) => Promise<void>
}

/** Somebody's phone. Every touch, choice and typed field counts as one interaction. */
export async function openPhone(browser: Browser, { url, onPage, ...look }: PhoneOptions) {
  const context = await newContext(browser, look)
  context.setDefaultTimeout(PATIENCE)
  const page = await context.newPage()
  const faults: string[] = []
  page.on('pageerror', (fault) => faults.push(String(fault)))

  const interactions: string[] = []
  // pages below the one on the screen stay in the document
  const shown = (id: string) => page.locator(`[id="${id}"]:visible`).last()
  const box = (id: string) =>
    page
      .locator(
        `input[id="${id}"]:visible, textarea[id="${id}"]:visible, [id="${id}"]:visible input, [id="${id}"]:visible textarea`,
      )
      .last()

  return {
    page,
    context,
    faults,
    /** What was done so far, one entry an interaction. */
    interactions,
    shown,
    box,
    open: (route: string) => page.goto(`${url}/#/${route}`),
    /** Waits for a page by the id of its root. */
    async at(id: string) {
      await shown(id)
        .waitFor()
        .catch(async () => {
          throw new Error(
            `expected the page ${id} at ${page.url()}, but the screen says: ${await page.locator('body').innerText()}`,
          )
        })
      await onPage?.(id, page)
    },
    async tap(id: string) {
      interactions.push(`tap ${id}`)
      await shown(id).tap()
    },
    async type(id: string, text: string) {
      interactions.push(`type ${id}`)
      await box(id).fill(text)
    },
    async pick(id: string, value: string) {
      interactions.push(`pick ${id}`)
      await shown(id).selectOption(value)
    },
    /** Answers the question that lies over the page. */
    async answer(words: string) {
      interactions.push(`tap ${words}`)
      await page.locator('.taro__modal').getByText(words, { exact: true }).last().tap()
    },
    /** Waits for words anywhere on the screen. */
    says: (words: string) => page.locator(`:text("${words}"):visible`).first().waitFor(),
    text: (id: string) => shown(id).innerText(),
    close: () => context.close(),
  }
}

export type BrowserPhone = Awaited<ReturnType<typeof openPhone>>
