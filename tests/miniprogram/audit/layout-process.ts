import { openBrowser, newContext } from '../../support/browser'
import type { Layout, Sheet } from './layout'
import { measureImages, measureTouch, measureUnsafe } from './measure-in-page'

/** The phone of WeChat's rule about the iPhone X, and its home bar. */
const PHONE = { width: 375, height: 812, scale: 2 }
const NARROW = 320
const WIDE = 768

// WeChat's built-ins as they are before a page styles them.
const BUILT_INS = `
body{margin:0}
wx-view,wx-picker,wx-textarea,wx-page,wx-custom-wrapper,wx-comp{display:block}
wx-text{display:inline}
wx-button{display:block;position:relative;box-sizing:border-box;padding:0 14px;font-size:18px;line-height:2.55555556;text-align:center;overflow:hidden}
wx-input{display:block;height:1.4em;min-height:1.4em;overflow:hidden}
wx-textarea{width:300px;height:150px}
wx-image{display:inline-block;width:320px;height:240px;overflow:hidden}
wx-image img{display:block;width:100%;height:100%}
`

async function main() {
  const browser = await openBrowser()
  const page = await (await newContext(browser, PHONE)).newPage()
  const overflowsAt = async (width: number) => {
    await page.setViewportSize({ width, height: PHONE.height })
    const wider = await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)
    return wider ? [width] : []
  }
  process.on('message', async ({ html, css }: Sheet) => {
    await page.setViewportSize(PHONE)
    await page.setContent(`<style>${BUILT_INS}${css}*{animation:none!important}</style>${html}`)
    // esbuild names functions by a helper that the page does not have
    await page.evaluate('globalThis.__name = (named) => named')
    const answer: Layout = {
      touched: await page.evaluate(measureTouch),
      images: await page.evaluate(measureImages),
      unsafe: await page.evaluate(measureUnsafe),
      overflows: [...(await overflowsAt(NARROW)), ...(await overflowsAt(WIDE))],
    }
    process.send?.(answer)
  })
  process.on('disconnect', () => void browser.close().then(() => process.exit()))
  process.send?.('ready')
}

void main()
