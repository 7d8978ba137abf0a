import { useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import { PHOTOS } from '#domain/limits'
import { client } from '../../api/client'
import { uploadPhoto } from '../../api/upload'
import { sentenceOf } from '../../messages'
import type { Photo } from '../../ui/photo-grid'

type ProofPhoto = Photo & { ticket?: string }

const MAX = PHOTOS.proofCount.max

const choose = (count: number): Promise<string[]> =>
  Taro.chooseMedia({ count, mediaType: ['image'], sizeType: ['compressed'] }).then(
    ({ tempFiles }) => tempFiles.map(({ tempFilePath }) => tempFilePath),
    // Closing the chooser is no fault.
    () => [],
  )

/** The photos of an offline verification: each goes up at once, and one that failed can be tried again. */
export function useProofPhotos(person: string) {
  const [photos, setPhotos] = useState<readonly ProofPhoto[]>([])
  const [failure, setFailure] = useState<string>()
  const count = useRef(0)

  const change = (key: string, more: Partial<ProofPhoto>) =>
    setPhotos((before) => before.map((photo) => (photo.key === key ? { ...photo, ...more } : photo)))

  const upload = async (key: string, src: string) => {
    change(key, { state: 'uploading', percent: 10 })
    const start = async () => {
      const place = await client.review.startPhoto({ person })
      if (place.ok) change(key, { percent: 40 })
      return place
    }
    const add: typeof client.review.addPhoto = (input) => {
      change(key, { percent: 80 })
      return client.review.addPhoto(input)
    }
    const sent = await uploadPhoto({ start, add, filePath: src })
    if (sent.ok) return change(key, { state: 'ready', percent: 100, ticket: sent.value.ticket })
    setFailure(sentenceOf(sent))
    change(key, { state: 'failed' })
  }

  const add = async () => {
    setFailure(undefined)
    const files = (await choose(MAX - photos.length)).slice(0, MAX - photos.length)
    const added = files.map((src): ProofPhoto => ({
      key: `photo-${(count.current += 1)}`,
      src,
      state: 'uploading',
      percent: 0,
    }))
    setPhotos((before) => [...before, ...added])
    // One after the other: a weak network carries one picture better than eight.
    for (const { key, src } of added) await upload(key, src)
  }

  const retry = (key: string) => {
    const photo = photos.find((one) => one.key === key)
    setFailure(undefined)
    if (photo) void upload(key, photo.src)
  }

  return {
    photos,
    /** What the last failed photo says. */
    failure,
    tickets: photos.flatMap(({ ticket }) => ticket ?? []),
    waiting: photos.some(({ state }) => state === 'uploading'),
    failed: photos.some(({ state }) => state === 'failed'),
    add: () => void add(),
    retry,
    remove: (key: string) => setPhotos((before) => before.filter((photo) => photo.key !== key)),
    clear: () => setPhotos([]),
    open: (key: string) => {
      const photo = photos.find((one) => one.key === key)
      if (photo) void Taro.previewImage({ current: photo.src, urls: photos.map(({ src }) => src) })
    },
  }
}
