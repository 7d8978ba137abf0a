import { View } from '@tarojs/components'
import { aria } from './aria'
import { Icon } from './icon'
import { Picture } from './picture'
import { PhotoState } from './photo-state'
import { Tap } from './tap'
import './photo-grid.css'

export type Photo = {
  key: string
  /** A file on this device, or an address to look at. */
  src: string
  state: 'uploading' | 'failed' | 'ready'
  /** From 0 to 100, while uploading. */
  percent?: number
}

export type PhotoGridProps = {
  id?: string
  photos: readonly Photo[]
  max?: number
  /** Absent: the grid only shows. */
  onAdd?: (() => void) | undefined
  onRemove?: (key: string) => void
  onRetry?: (key: string) => void
  onOpen?: (key: string) => void
}

/** Three in a row: adding, uploading, failed, ready. The watermark is in the picture. */
export function PhotoGrid({ id = 'photos', photos, max = 9, onAdd, onRemove, onRetry, onOpen }: PhotoGridProps) {
  return (
    <View className='photos' {...aria({ id })}>
      {photos.map((photo, index) => (
        <View key={photo.key} className='photo'>
          <Tap className='photo-open' label={`第 ${index + 1} 张照片`} onTap={onOpen && (() => onOpen(photo.key))}>
            <Picture className='photo-image' src={photo.src} alt='' cover />
          </Tap>
          <PhotoState photo={photo} onRetry={onRetry} />
          {onRemove ? (
            <Tap className='photo-remove' label={`移除第 ${index + 1} 张照片`} onTap={() => onRemove(photo.key)}>
              <View className='photo-remove-mark'>
                <Icon name='x' className='photo-remove-icon' />
              </View>
            </Tap>
          ) : null}
        </View>
      ))}
      {onAdd && photos.length < max ? (
        <Tap id={`${id}-add`} className='photo photo-add' onTap={onAdd}>
          <View className='photo-add-words'>
            <Icon name='cam' />
            添加照片
          </View>
        </Tap>
      ) : null}
    </View>
  )
}
