import type { org } from '#contract/org'
import type { Handlers } from '../_platform/serve'
import { code } from './code'
import { renewCode } from './renew-code'

export const handlers: Handlers<typeof org> = { code, renewCode }
