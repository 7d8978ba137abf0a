import { aggregate } from './aggregate'
import { collection } from './collection'
import { fitsOrg, fitsPost } from './fits'
import type {
  StoredAccount,
  StoredAudit,
  StoredClaim,
  StoredJob,
  StoredLimit,
  StoredNotice,
  StoredOrg,
  StoredPerson,
  StoredPost,
  StoredTicket,
} from './stored'

/** Every collection of the product, typed. Names and indexes are those of config/cloud. */
export const openDatabase = () => ({
  people: aggregate<StoredPerson>({ name: 'people', version: 1 }),
  accounts: aggregate<StoredAccount>({ name: 'accounts', version: 1 }),
  orgs: collection<StoredOrg>({ name: 'orgs', version: 1, fits: fitsOrg }),
  posts: collection<StoredPost>({ name: 'posts', version: 1, fits: fitsPost }),
  tickets: collection<StoredTicket>({ name: 'tickets', version: 1 }),
  claims: collection<StoredClaim>({ name: 'claims', version: 1 }),
  limits: collection<StoredLimit>({ name: 'limits', version: 1 }),
  notices: collection<StoredNotice>({ name: 'notices', version: 1 }),
  audit: collection<StoredAudit>({ name: 'audit', version: 1 }),
  jobs: collection<StoredJob>({ name: 'jobs', version: 1 }),
})
export type Database = ReturnType<typeof openDatabase>
