import { View } from '@tarojs/components'
import { client } from '../../api/client'
import { clearSession } from '../../api/session'
import { useAct } from '../../api/use-act'
import { chosenBranch } from '../../form/chosen-branch'
import { localDraft } from '../../form/local-draft'
import { sentenceOf } from '../../messages'
import { Button } from '../../ui/button'
import { Foot } from '../../ui/foot'
import { Notice } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { restartAt } from '../../member/routes'

/** Nothing of the account stays on the phone. */
const leave = () => {
  localDraft.clear()
  chosenBranch.clear()
  clearSession()
  restartAt('entry')
}

export function LogOutSheet({ open, onClose }: { open: boolean; onClose: () => void }) {
  const logOut = useAct(client.account.logOut, {
    onDone: leave,
    // the server knows of no session: that is what was wanted
    onRefused: ({ code }) => {
      if (code === 'SIGNED_OUT') leave()
    },
  })
  const foot = (
    <Foot>
      <Button
        id='me-log-out-confirm'
        kind='primary'
        busy={logOut.busy && '正在退出…'}
        onTap={() => void logOut.act({})}
      >
        退出登录
      </Button>
    </Foot>
  )
  return (
    <Sheet id='me-log-out-sheet' open={open} title='退出登录' onClose={onClose} foot={foot}>
      {logOut.refusal ? <Notice kind='fail'>{sentenceOf(logOut.refusal)}</Notice> : null}
      <View className='c2'>这台手机上不留你的资料。交给支部的不受影响，再登录就能看到。</View>
    </Sheet>
  )
}
