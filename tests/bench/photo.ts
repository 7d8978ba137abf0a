import { PHOTOS } from '#domain/limits'
import { anAccount, anOpenid } from '../support/builders'
import { openJourney, valueOf } from '../cloudfunctions/support/journey'
import { aComment, aJpeg } from '../cloudfunctions/support/pictures'
import { weighed } from './bytes'
import { atMost, type Row } from './row'

const KB = 1024

/** A photo of the size that the client sends at most. */
const aPhoto = () => {
  const segment = aComment('x'.repeat(60_000))
  return aJpeg({ extra: Array.from({ length: Math.floor(PHOTOS.clientBytes / segment.length) }, () => segment) })
}

/** P13: a photo goes to storage; the functions only hear where it lies. */
export async function photoRows(): Promise<Row[]> {
  const { stage, checkin } = await openJourney()
  const { files } = await import('../../cloudfunctions/_platform/cloud')
  const weigher = weighed(checkin)
  const who = await anAccount(stage, { openid: anOpenid() })
  const photo = aPhoto()

  type Place = { ticket: string; cloudPath: string }
  const { ticket, cloudPath } = valueOf(await stage.ask<Place>(weigher.main, 'startLetterPhoto', {}, who))
  const fileId = await files.put(cloudPath, photo)
  valueOf(await stage.ask(weigher.main, 'addLetterPhoto', { ticket, fileId }, who))
  await stage.close()

  const { request, response } = weigher.total()
  const size = ` (photo of ${Math.round(photo.length / KB)} KB)`
  return [
    atMost('P13', 'a photo, as the client makes it', PHOTOS.clientBytes / KB, 400, ' KB'),
    atMost('P13', 'its longest side', PHOTOS.clientLongestSide, 1600, ' px'),
    atMost('P13', 'through functions for one photo, both ways', (request + response) / KB, 2, ' KB', size),
  ]
}
