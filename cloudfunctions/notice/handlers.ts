import type { notice } from '#contract/notice'
import type { Handlers } from '../_platform/serve'
import { inbox } from './inbox'
import { readAll } from './read-all'

export const handlers: Handlers<typeof notice> = { inbox, readAll }
