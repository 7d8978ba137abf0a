import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'

const SOURCE = readFileSync(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8')
const GRAVE = ['serious', 'critical']

type Mode = 'light' | 'dark' | 'elder'

/** Serious and critical violations of what is on the screen, a line each. */
async function violations(page: Page, mode: Mode): Promise<string[]> {
  const results = await page.evaluate(async () => {
    const { axe } = window as unknown as { axe: { run(context: Document): Promise<AxeResults> } } // put there by SOURCE
    return axe.run(document)
  })
  return results.violations
    .filter(({ impact }) => GRAVE.includes(impact ?? ''))
    .flatMap(({ id, nodes }) =>
      nodes.map(({ html, failureSummary }) => `${mode}: ${id}: ${html}\n${failureSummary ?? ''}`),
    )
}

const setElder = (page: Page, on: boolean) =>
  page.evaluate(
    (elder) => document.querySelectorAll('.page').forEach((root) => root.classList.toggle('is-elder', elder)),
    on,
  )

/** Looks at the page in light, in dark and with large letters, and leaves it as it was. */
export async function graveViolations(page: Page): Promise<string[]> {
  await page.evaluate(SOURCE)
  const light = await violations(page, 'light')
  await page.emulateMedia({ colorScheme: 'dark' })
  const dark = await violations(page, 'dark')
  await page.emulateMedia({ colorScheme: 'light' })
  await setElder(page, true)
  const elder = await violations(page, 'elder')
  await setElder(page, false)
  return [...light, ...dark, ...elder]
}
