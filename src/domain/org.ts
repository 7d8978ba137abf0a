import { ORG } from './limits'

export const ORG_TYPES = ['leadingBody', 'workingCommittee', 'grassrootsCommittee', 'generalBranch', 'branch'] as const
export type OrgType = (typeof ORG_TYPES)[number]
export const ORG_TYPE_LABELS: Record<OrgType, string> = {
  leadingBody: '领导机关',
  workingCommittee: '团工委',
  grassrootsCommittee: '基层团委',
  generalBranch: '团总支',
  branch: '团支部',
}

export const MAX_DEPTH = ORG.maxDepth

/** An organisation. `path` runs from the province down to itself, by ids of eight digits. */
export type Org = {
  _id: string
  type: OrgType
  fullName: string
  shortName: string
  /** What cadres see; set by the first operator who enters. */
  alias?: string
  parentId?: string
  path: readonly string[]
  settings: { offlineAtOnce: boolean }
  /** Names that the branch expects, to compare check-ins with. */
  roster?: readonly string[]
  active: boolean
  contact?: { name: string; phoneMask?: string }
}

/** Which organisation may stand directly under which. */
export const CHILD_TYPES: Record<OrgType, readonly OrgType[]> = {
  leadingBody: ['leadingBody', 'workingCommittee', 'grassrootsCommittee', 'generalBranch', 'branch'],
  workingCommittee: ['grassrootsCommittee', 'generalBranch', 'branch'],
  grassrootsCommittee: ['grassrootsCommittee', 'generalBranch', 'branch'],
  generalBranch: ['branch'],
  branch: [],
}

export const mayHold = (parent: OrgType, child: OrgType): boolean => CHILD_TYPES[parent].includes(child)

/** Whether an organisation may take this child: legal types, alive, and not too deep in the tree. */
export const mayTake = (parent: Org, child: OrgType): boolean =>
  parent.active && mayHold(parent.type, child) && parent.path.length < MAX_DEPTH

/** Only here may members belong: an active branch. */
export const isLeafBranch = (org: Pick<Org, 'type' | 'active'>): boolean => org.type === 'branch' && org.active

/** Whether `org` is the organisation itself or stands below it. */
export const isWithin = (org: Pick<Org, 'path'>, ancestorId: string): boolean => org.path.includes(ancestorId)
