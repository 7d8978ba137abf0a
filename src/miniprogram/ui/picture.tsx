import { Image } from '@tarojs/components'
import { aria } from './aria'

export type PictureProps = {
  id?: string
  className: string
  src: string
  /** What it shows, for those who do not see it; empty where the words beside it say so already. */
  alt: string
  /** Fills its box and may lose its edges; otherwise all of it is shown. */
  cover?: boolean
}

/** A picture by WeChat's Image; picture.h5.tsx is the browser's own. */
export function Picture({ id, className, src, alt, cover }: PictureProps) {
  return (
    <Image
      className={className}
      src={src}
      mode={cover ? 'aspectFill' : 'aspectFit'}
      showMenuByLongpress={!cover}
      {...aria({ id, role: 'img', ...(alt ? { label: alt } : { hidden: true }) })}
    />
  )
}
