import type { checkin } from '#contract/checkin'
import { accept, refuse } from '#domain/outcome'
import { addUpload, startUpload } from '../_platform/photos/upload'
import type { Handler } from '../_platform/serve'

export const startLetterPhoto: Handler<typeof checkin.startLetterPhoto> = async ({ account, world, now }) =>
  account
    ? accept(await startUpload(world.db, { accountId: account._id, purpose: 'letter', subject: account._id }, now))
    : refuse('SIGNED_OUT')

export const addLetterPhoto: Handler<typeof checkin.addLetterPhoto> = async ({ input, account, world, now }) =>
  account ? addUpload(world.db, input, { accountId: account._id, purpose: 'letter' }, now) : refuse('SIGNED_OUT')
