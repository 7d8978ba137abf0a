import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { PHOTOS } from '#domain/limits'
import { client } from '../api/client'
import { uploadPhoto } from '../api/upload'
import { sentenceOf } from '../messages'
import { FieldError } from '../ui/field-error'
import { type Photo, PhotoGrid } from '../ui/photo-grid'

type Props = { tickets: readonly string[]; onChange: (tickets: string[]) => void }
type Held = Photo & { ticket?: string }

const MAX = PHOTOS.letterCount.max

// A draft remembers which photos are in the cloud, not what they look like.
const kept = (tickets: readonly string[]): Held[] =>
  tickets.map((ticket) => ({ key: ticket, ticket, src: '', state: 'ready' as const }))

const choosePaths = async (count: number) => {
  const cancelled = () => undefined
  const chosen = await Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] }).catch(cancelled)
  return chosen?.tempFiles.map(({ tempFilePath }) => tempFilePath) ?? []
}

/** Photos of the letter: each goes up at once, a failed one can be tried again. */
export function LetterPhotos({ tickets, onChange }: Props) {
  const [photos, setPhotos] = useState<Held[]>(() => kept(tickets))
  const [error, setError] = useState('')
  const latest = useRef(photos)

  const show = (next: Held[]) => {
    latest.current = next
    setPhotos(next)
    onChange(next.flatMap(({ ticket }) => ticket ?? []))
  }
  const amend = (key: string, part: Partial<Held>) =>
    show(latest.current.map((photo) => (photo.key === key ? { ...photo, ...part } : photo)))

  const send = async ({ key, src }: Held) => {
    setError('')
    amend(key, { state: 'uploading', percent: 0 })
    const start = () => client.checkin.startLetterPhoto({})
    const sent = await uploadPhoto({ start, add: client.checkin.addLetterPhoto, filePath: src })
    if (sent.ok) return amend(key, { state: 'ready', ticket: sent.value.ticket })
    setError(sentenceOf(sent))
    amend(key, { state: 'failed' })
  }
  const add = async () => {
    const paths = await choosePaths(MAX - latest.current.length)
    const fresh = paths.map((src, index): Held => ({
      key: `${Date.now()}-${index}`,
      src,
      state: 'uploading',
      percent: 0,
    }))
    show([...latest.current, ...fresh].slice(0, MAX))
    for (const photo of fresh) await send(photo)
  }
  const retry = (key: string) => {
    const photo = latest.current.find((one) => one.key === key)
    if (photo) void send(photo)
  }

  return (
    <View>
      <PhotoGrid
        id='form-letter-photos'
        photos={photos}
        max={MAX}
        onAdd={() => void add()}
        onRemove={(key) => show(latest.current.filter((photo) => photo.key !== key))}
        onRetry={retry}
      />
      {photos.some(({ src }) => !src) ? <View className='field-tip'>之前传的照片还在，不用再传。</View> : null}
      {error ? <FieldError id='form-letter-photos-error'>{error}</FieldError> : null}
    </View>
  )
}
