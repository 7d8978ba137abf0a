import Taro from '@tarojs/taro'
import { useRouter } from '@tarojs/taro'
import { CONSENT_VERSIONS, type Entered } from '#contract/account'
import { client } from '../../api/client'
import { setSession } from '../../api/session'
import { readParam, ROUTES } from '../../member/routes'

// Only our own pages: an address from outside may not lead anywhere else.
const INSIDE = /^\/(cadre\/)?pages\/[\w-]+\/index(\?|$)/

export const PRIVACY = { kind: 'privacy', version: CONSENT_VERSIONS.privacy } as const

/** Where to go once logged in, and going there. */
export function useEnter() {
  const to = readParam(useRouter().params.to)
  const target = INSIDE.test(to) ? to : ROUTES.home

  return async ({ session, me }: Entered) => {
    setSession(session)
    // whoever logs in by password has just ticked the box, too
    if (me.asksConsent.includes('privacy')) await client.account.giveConsent(PRIVACY)

    const below = Taro.getCurrentPages().slice(-2, -1)[0] as { route?: string } | undefined // Taro's type lacks the route
    const isBelow = below?.route && target.split('?')[0] === `/${below.route.replace(/^\//, '').split('?')[0]}`
    // the page below has kept what was typed
    if (isBelow) await Taro.navigateBack()
    else await Taro.redirectTo({ url: target })
  }
}
