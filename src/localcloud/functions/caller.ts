/** Who calls a function, as the platform would know it. */
export type Caller = {
  openid?: string
  unionid?: string
  address?: string
  /** The chain of places that the call came through, e.g. `wx_client,scf`. */
  source?: string
  timer?: boolean
}

const APPID = 'wxlocal0000000000'

export const callEnv = (caller: Caller, token: string): Record<string, string | null> => {
  const wx: Record<string, string | null> = {
    WX_OPENID: caller.openid ?? null,
    WX_APPID: caller.openid ? APPID : null,
    WX_UNIONID: caller.unionid ?? null,
    WX_CLIENTIP: caller.address ?? null,
    WX_API_TOKEN: token,
    WX_TRIGGER_API_TOKEN_V0: caller.timer ? token : null,
  }
  const names = Object.keys(wx).filter((name) => wx[name] !== null)
  return {
    ...wx,
    WX_CONTEXT_KEYS: names.join(','),
    TRIGGER_SRC: caller.timer ? 'timer' : null,
    TCB_SOURCE: caller.source || (caller.openid ? 'wx_client' : null),
    TCB_SEQID: token.slice(0, 8),
  }
}

/** The cloud adds `userInfo` to the event of a WeChat caller. */
export const eventFor = (caller: Caller, event: string): string => {
  if (!caller.openid) return event
  const value: unknown = JSON.parse(event)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return event
  return JSON.stringify({ ...value, userInfo: { appId: APPID, openId: caller.openid } })
}
