import { View } from '@tarojs/components'
import { type FormPage, fieldsOnPage } from '#domain/fields'
import { Link } from '../ui/link'
import { Notice } from '../ui/notice'
import { open } from '../pages/shared/routes'
import { Consent } from './consent'
import { FieldOf } from './field-of'
import { MoreFields } from './steps'
import { Summary } from './summary'
import type { Editor } from './use-editor'

type Props = {
  editor: Editor
  branchName: string | undefined
  /** After a crash the number is gone, on purpose: it is asked for here instead of three pages back. */
  asksNumber: boolean
  tried: boolean
  onEdit: (page: FormPage) => void
}

/** 第 4 步：确认. */
export function ConfirmStep({ editor, branchName, asksNumber, tried, onEdit }: Props) {
  const { form, handIn } = editor
  const { values, sheet } = form
  return (
    <>
      {branchName ? <Notice className='mt3'>交给 {branchName}</Notice> : null}
      {asksNumber ? <FieldOf field='idNumber' /> : null}
      <Summary values={values} idMask={sheet.idMask} onEdit={onEdit} />
      <MoreFields fields={fieldsOnPage(4)} />
      {handIn.asks ? (
        <View className='mt3'>
          <Consent
            id='form-consent'
            label='同意处理证件信息'
            on={handIn.agreed}
            error={tried && !handIn.agreed && '要先同意处理证件信息，才能交给支部。'}
            onChange={handIn.setAgreed}
            link={
              <Link id='form-privacy' onTap={() => open('privacy')}>
                看《隐私说明》
              </Link>
            }
          >
            同意用我的证件号做实名校验和审核。加密保存，谁看过都有记录。
          </Consent>
        </View>
      ) : null}
    </>
  )
}
