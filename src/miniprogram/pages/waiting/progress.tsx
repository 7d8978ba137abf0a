import type { MyCheckIn } from '#contract/checkin'
import { DAY } from '#domain/limits'
import { pointInTime, waited } from '../../lib/time-text'
import { Tag } from '../../ui/tag'
import type { TimelineEntry } from '../../ui/timeline'

/** 团支书 林晓禾, or the organisation that reviews in the branch's place. */
export const reviewerText = ({ reviewer, branch }: MyCheckIn) => {
  if (!reviewer) return branch ? `${branch.name}的团支书` : '团支书'
  const who = [reviewer.title, reviewer.name].filter(Boolean).join(' ')
  return who || reviewer.orgName
}

const point = (instant: string | undefined, now: Date) => (instant ? pointInTime(new Date(instant), now) : '')
const since = (instant: string, now: Date) => waited(now.getTime() - new Date(instant).getTime())

const submitted = ({ branch, submittedAt }: MyCheckIn, now: Date): TimelineEntry => ({
  key: 'submitted',
  state: 'done',
  title: '资料已提交',
  aside: point(submittedAt, now),
  lines: branch ? [`你交到 ${branch.name}`] : [],
})

type RealName = NonNullable<MyCheckIn['realName']>

const checking = ({ startedAt, until }: RealName, now: Date): TimelineEntry => ({
  key: 'realName',
  state: 'now',
  title: '实名校验',
  aside: (
    <Tag kind='info' icon='clock'>
      校验中
    </Tag>
  ),
  lines: [
    `系统在办，${point(startedAt, now)} 开始，已 ${since(startedAt, now)}`,
    until ? `一般几分钟，最晚 ${point(until, now)}` : '一般几分钟，最长 24 小时',
  ],
})

/** What each outcome of the check means for whoever waits. A failed one is for the branch to solve, not for the member. */
const CHECKED: Record<Exclude<RealName['status'], 'verifying' | 'unverified'>, Omit<TimelineEntry, 'key' | 'title'>> = {
  passed: { state: 'done', aside: '通过' },
  offlinePassed: { state: 'done', aside: '线下通过' },
  failed: { state: 'done', aside: '未通过', lines: ['联网没核上，由支部线下核验，带上证件原件就行。'] },
}

const realName = (mine: MyCheckIn, now: Date): TimelineEntry | undefined => {
  const check = mine.realName
  if (!check) return undefined
  if (check.status === 'verifying' || check.status === 'unverified') return checking(check, now)
  return { key: 'realName', title: '实名校验', ...CHECKED[check.status] }
}

const review = (mine: MyCheckIn, now: Date, waitsForCheck: boolean): TimelineEntry => {
  const who = reviewerText(mine)
  const { submittedAt, remindsAt } = mine
  const late = submittedAt && now.getTime() - new Date(submittedAt).getTime() >= 2 * DAY
  return {
    key: 'review',
    state: waitsForCheck ? 'todo' : 'now',
    title: '支部审核',
    aside: submittedAt ? (waitsForCheck ? `${point(submittedAt, now)} 已通知` : `已等 ${since(submittedAt, now)}`) : '',
    lines: [
      waitsForCheck ? `${who}，校验出结果后审核` : `${who} 在审`,
      late
        ? '超过 48 小时了，我们已提醒支部'
        : remindsAt
          ? `${point(remindsAt, now)} 还没审，我们会提醒支部`
          : '超过 48 小时没审，我们会再提醒支部',
    ],
  }
}

/** Who acts now, since when, until when, and what comes next. */
export function progressOf(mine: MyCheckIn, now: Date): TimelineEntry[] {
  const check = realName(mine, now)
  return [
    submitted(mine, now),
    ...(check ? [check] : []),
    review(mine, now, check?.state === 'now'),
    { key: 'done', state: 'todo', title: '报到完成', lines: ['之后可以看资料、办转接'] },
  ]
}
