import { sessionAccount } from '../api/session'
import { stored } from '../lib/storage'
import { type Draft, readDraft } from './draft'

const place = stored('draft', readDraft)

const owner = () => sessionAccount() ?? ''

/** What was typed on this device, without the ID number; survives a crash and an expired session. */
export const localDraft = {
  read: (): Draft | undefined => {
    const draft = place.read()
    return draft?.owner === owner() ? draft : undefined
  },
  write: (draft: Omit<Draft, 'owner'>) => place.write({ ...draft, owner: owner() }),
  clear: () => place.clear(),
}
