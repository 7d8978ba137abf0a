import type { CloudDescription } from '../../config/cloud'
import type { CallLog } from './call-log'
import type { Clock } from './clock'
import type { Files } from './files'
import type { Pool } from './functions/pool'
import type { Timers } from './functions/timers'
import type { Invocations } from './invocations'
import type { Outbox } from './outbox/outbox'
import type { Wire } from './protocol/wire'
import type { OpenTransactions } from './protocol/open-transactions'
import type { RealName } from './sandbox/real-name'
import type { WeChat } from './sandbox/wechat'
import type { Store } from './store/client'

/** What the gateway and the protocol speak to. */
export type Services = {
  description: CloudDescription
  store: Store
  pool: Pool
  files: Files
  outbox: Outbox
  realName: RealName
  wechat: WeChat
  calls: CallLog
  wire: Wire
  invocations: Invocations
  clock: Clock
  timers: Timers
  /** Whether the inspector may be asked. */
  inspector: boolean
  openTransactions: OpenTransactions
}
