import { View } from '@tarojs/components'
import { open } from '../member/routes'
import { Link } from '../ui/link'
import { Consent } from './consent'
import type { Editor } from './use-editor'

/** The separate consent for the ID number, asked once for each version of its text. */
export function HandInConsent({ editor }: { editor: Editor }) {
  const { asks, agreed, setAgreed, tried } = editor.handIn
  if (!asks) return null
  return (
    <View className='mt3'>
      <Consent
        id='form-consent'
        label='同意处理证件信息'
        on={agreed}
        error={tried && !agreed && '要先同意处理证件信息，才能交给支部。'}
        onChange={setAgreed}
        link={
          <Link id='form-privacy' onTap={() => open('privacy')}>
            看《隐私说明》
          </Link>
        }
      >
        同意用我的证件号做实名校验和审核。加密保存，谁看过都有记录。
      </Consent>
    </View>
  )
}
