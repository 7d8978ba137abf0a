import { Consent } from '../../form/consent'
import { Link } from '../../ui/link'
import { open } from '../../member/routes'

export const CONSENT_NEEDED = '先看看《隐私说明》，同意后再登录。'

type Props = { on: boolean; missing: boolean; onChange: (on: boolean) => void }

export function PrivacyConsent({ on, missing, onChange }: Props) {
  return (
    <Consent
      id='login-consent'
      label='我已阅读并同意隐私说明'
      on={on}
      error={missing && CONSENT_NEEDED}
      onChange={onChange}
      link={
        <Link id='login-privacy' onTap={() => open('privacy')}>
          《隐私说明》
        </Link>
      }
    >
      我已阅读并同意
    </Consent>
  )
}
