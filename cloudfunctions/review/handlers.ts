import type { review } from '#contract/review'
import type { Handlers } from '../_platform/serve'
import { approve } from './approve'
import { approveOffline } from './approve-offline'
import { batch } from './batch'
import { approveChange, returnChange } from './change-decision'
import { changes } from './changes'
import { detail } from './detail'
import { overview } from './overview'
import { addPhoto, photos, startPhoto } from './photos'
import { queue } from './queue'
import { reveal } from './reveal'
import { sendBack } from './send-back'

export const handlers: Handlers<typeof review> = {
  overview,
  queue,
  changes,
  detail,
  approve,
  sendBack,
  approveOffline,
  batch,
  reveal,
  startPhoto,
  addPhoto,
  photos,
  approveChange,
  returnChange,
}
