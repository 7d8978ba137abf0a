import type { checkin } from '#contract/checkin'
import type { Handlers } from '../_platform/serve'
import { change } from './change'
import { addLetterPhoto, startLetterPhoto } from './letter-photos'
import { looks } from './looks'
import { mine } from './mine'
import { openCode } from './open-code'
import { saveDraft } from './save-draft'
import { submit } from './submit'
import { withdraw } from './withdraw'
import { withdrawChange } from './withdraw-change'

export const handlers: Handlers<typeof checkin> = {
  openCode,
  mine,
  saveDraft,
  submit,
  withdraw,
  change,
  withdrawChange,
  looks,
  startLetterPhoto,
  addLetterPhoto,
}
