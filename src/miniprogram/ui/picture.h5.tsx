import type { PictureProps } from './picture'

/** The browser's own picture: Taro's h5 Image has no place for words. */
export const Picture = ({ id, className, src, alt, cover }: PictureProps) => (
  <img id={id} className={className} src={src} alt={alt} style={{ objectFit: cover ? 'cover' : 'contain' }} />
)
