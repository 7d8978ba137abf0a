import { REAL_NAME_STATUS_LABELS, type RealNameStatus } from '#domain/real-name'
import type { IconName } from '../ui/icon'
import type { Tone } from '../ui/notice'
import { Tag } from '../ui/tag'

const LOOKS: Record<RealNameStatus, { kind: Tone; icon: IconName }> = {
  unverified: { kind: 'info', icon: 'clock' },
  verifying: { kind: 'info', icon: 'clock' },
  passed: { kind: 'ok', icon: 'ok' },
  failed: { kind: 'fail', icon: 'warn' },
  offlinePassed: { kind: 'ok', icon: 'ok' },
}

/** 通过, 校验中: the state of the real-name check in a word. */
export function RealNameTag({ status = 'unverified' }: { status?: RealNameStatus | undefined }) {
  return <Tag {...LOOKS[status]}>{REAL_NAME_STATUS_LABELS[status]}</Tag>
}
