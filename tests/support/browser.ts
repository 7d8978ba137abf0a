import { chromium, type Browser } from 'playwright-core'

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Chromium without a window. `CHROMIUM_PATH` names one's own. */
export const openBrowser = (): Promise<Browser> =>
  chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', headless: true, args: FLAGS })

export type Look = { width?: number; height?: number; scale?: number; dark?: boolean }

/** A phone of its own: nobody else's storage, a finger instead of a mouse, Chinese, Beijing time. */
export const newContext = (browser: Browser, { width = 390, height = 844, scale = 1, dark = false }: Look = {}) =>
  browser.newContext({
    viewport: { width, height },
    deviceScaleFactor: scale,
    hasTouch: true,
    isMobile: true,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    colorScheme: dark ? 'dark' : 'light',
  })
