import { View } from '@tarojs/components'
import { aria } from './aria'
import type { Photo } from './photo-grid'
import { Tap } from './tap'

/** Over a photo that is not up yet: how far it is, or another try. */
export function PhotoState({ photo, onRetry }: { photo: Photo; onRetry: ((key: string) => void) | undefined }) {
  if (photo.state === 'ready') return null
  if (photo.state === 'uploading') {
    return (
      <View className='photo-veil' {...aria({ role: 'status' })}>
        {`${Math.round(photo.percent ?? 0)}%`}
      </View>
    )
  }
  return (
    <Tap className='photo-veil' label='没传上去，再试一次' onTap={onRetry && (() => onRetry(photo.key))}>
      没传上去{'\n'}再试一次
    </Tap>
  )
}
