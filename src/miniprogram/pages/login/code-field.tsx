import { client } from '../../api/client'
import { useAct } from '../../api/use-act'
import { sentenceOf } from '../../messages'
import { Button } from '../../ui/button'
import { TextField } from '../../ui/text-field'
import { useCountdown } from './use-countdown'

type Props = {
  phone: string
  purpose: 'register' | 'logIn'
  value: string
  error: string | undefined
  onChange: (code: string) => void
  onConfirm: () => void
  /** False: the phone is not one yet; the page says so. */
  onAsk: () => boolean
}

const DIGITS = 6

/** The code from the SMS, and the button that sends it. */
export function CodeField({ phone, purpose, value, error, onChange, onConfirm, onAsk }: Props) {
  const { left, start } = useCountdown()
  const send = useAct(client.account.sendCode, {
    onDone: ({ retryAfterSeconds }) => start(retryAfterSeconds),
    onRefused: ({ code, detail }) => {
      if (code === 'CODE_TOO_SOON' && typeof detail?.waitSeconds === 'number') start(detail.waitSeconds)
    },
  })
  const ask = () => {
    if (onAsk()) void send.act({ phone, purpose })
  }
  const refused =
    send.refusal && (send.refusal.code !== 'CODE_TOO_SOON' || left === 0) ? sentenceOf(send.refusal) : undefined
  const button = (
    <Button
      id='login-send-code'
      kind='text'
      busy={left > 0 ? `${left} 秒后可再要` : send.busy && '正在发送…'}
      onTap={ask}
    >
      获取验证码
    </Button>
  )
  return (
    <TextField
      id='login-code'
      label='验证码'
      type='number'
      maxLength={DIGITS}
      placeholder='6 位数字'
      value={value}
      error={error ?? refused}
      tip={left > 0 && !error && !refused ? '已发到手机，5 分钟内有效。' : undefined}
      suffix={button}
      confirmType='done'
      onChange={onChange}
      onConfirm={onConfirm}
    />
  )
}
