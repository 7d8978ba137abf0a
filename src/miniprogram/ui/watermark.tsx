import { View } from '@tarojs/components'
import { aria } from './aria'
import './watermark.css'

// A picture, not text: it lies on both themes, and screen readers and contrast checks pass it by.
const pictureOf = (text: string) => {
  const safe = text.replace(/[<>&]/g, '')
  const words = `<text x='90' y='70' text-anchor='middle' font-size='15' fill='#808080' transform='rotate(-22 90 70)'>${safe}</text>`
  const svg = `<svg xmlns='http://www.w3.org/2000/svg' width='180' height='140'>${words}</svg>`
  return `url("data:image/svg+xml,${encodeURIComponent(svg)}")`
}

/** The viewer's name across a page with somebody's data: 林晓禾 0914. */
export function Watermark({ text }: { text: string }) {
  return <View className='watermark' style={{ backgroundImage: pictureOf(text) }} {...aria({ hidden: true })} />
}
