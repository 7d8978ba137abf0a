import { OrgId } from '#contract/shapes'
import * as z from '#contract/zod'
import { ORG_TYPES } from '#domain/org'
import { POST_STATES, POST_TITLE_LABELS, type PostTitle } from '#domain/post'
import type { StoredOrg, StoredPost } from './stored'

/** What every page of a branch takes for granted in an organisation, and in the posts of other people there. */
const Text = z.string().check(z.maxLength(200))
const OrgShape = z.object({
  type: z.enum(ORG_TYPES),
  shortName: Text,
  alias: z.optional(Text),
  path: z.array(OrgId).check(z.minLength(1), z.maxLength(64)),
  settings: z.object({ offlineAtOnce: z.boolean() }),
  roster: z.optional(z.array(z.string())),
  active: z.boolean(),
})
const PostShape = z.object({
  accountId: z.optional(z.string()),
  orgId: OrgId,
  orgName: Text,
  name: Text,
  titles: z.array(z.enum(Object.keys(POST_TITLE_LABELS) as PostTitle[])), // the labels are keyed by title
  otherTitle: z.optional(Text),
  state: z.enum(POST_STATES),
  operator: z.boolean(),
})

/** The last of an organisation's path is itself, and none comes twice: a circle would climb nowhere. */
export const fitsOrg = (org: StoredOrg): boolean =>
  OrgShape.safeParse(org).success && org.path.at(-1) === org._id && new Set(org.path).size === org.path.length

/** Whoever is in office has an account. */
export const fitsPost = (post: StoredPost): boolean =>
  PostShape.safeParse(post).success && (post.state !== 'active' || post.accountId !== undefined)
