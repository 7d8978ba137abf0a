import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { client } from '../../api/client'
import { useAct } from '../../api/use-act'
import { sentenceOf } from '../../messages'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Notice } from '../../ui/notice'
import { PhotoGrid } from '../../ui/photo-grid'

export type RecordedPhotosProps = { person: string; of: 'proof' | 'letter'; count: number }

const TITLES = { proof: '线下核验照片', letter: '介绍信照片' }

/** Photos that are fetched only when asked for, because each look is recorded. */
export function RecordedPhotos({ person, of, count }: RecordedPhotosProps) {
  const [links, setLinks] = useState<readonly string[]>()
  const look = useAct(client.review.photos, { onDone: ({ links }) => setLinks(links) })
  const open = (src: string) => void Taro.previewImage({ current: src, urls: [...(links ?? [])] })
  if (count === 0) return null
  return (
    <Card title={TITLES[of]} aside={<View className='t-note c2'>{count} 张</View>}>
      {look.refusal ? <Notice kind='fail'>{sentenceOf(look.refusal)}</Notice> : null}
      {links ? (
        <PhotoGrid id={`${of}-photos`} photos={links.map((src) => ({ key: src, src, state: 'ready' }))} onOpen={open} />
      ) : (
        <Button
          id={`${of}-look`}
          small
          block
          icon='eye'
          busy={look.busy && '正在打开…'}
          onTap={() => void look.act({ person, of })}
        >
          看 {count} 张照片，会记录
        </Button>
      )}
    </Card>
  )
}
