import type { PostView } from '#contract/account'

/** In which post a cadre works on this page: the link's, the present one, or the only one. Nothing: they have to choose. */
export const settle = (
  posts: readonly PostView[],
  { link, acting }: { link?: string | undefined; acting?: string | undefined },
) => {
  const held = (orgId: string | undefined) => posts.find((post) => post.orgId === orgId)
  return held(link) ?? held(acting) ?? (posts.length === 1 ? posts[0] : undefined)
}

/** 团支书，运营者 */
export const postText = ({ title, operator }: PostView): string =>
  [title, operator && '运营者'].filter(Boolean).join('，')
