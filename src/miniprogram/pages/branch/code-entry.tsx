import { useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Foot } from '../../ui/foot'
import { Hero } from '../../ui/hero'
import { Link } from '../../ui/link'
import { Page } from '../../ui/page'
import { TextField } from '../../ui/text-field'
import { open } from '../../member/routes'
import { scanCode } from './scan-code'
import { tokenIn } from './token-in'
import './branch.css'

const NO_CODE = '没认出报到码。它是 22 位字母和数字，请整段粘贴。'
const OTHER_CODE = '扫到的不是报到码，请扫团支书发的那张。'
const canScan = process.env.TARO_ENV === 'weapp'

/** Where the code comes from, and two ways to bring it in. */
export function CodeEntry({ onCode }: { onCode: (code: string) => void }) {
  const [text, setText] = useState('')
  const [error, setError] = useState('')

  const type = () => {
    const code = tokenIn(text)
    if (code) onCode(code)
    else setError(NO_CODE)
  }
  const scan = async () => {
    const code = await scanCode()
    if (code) onCode(code)
    else if (code === '') setError(OTHER_CODE)
  }
  const foot = (
    <Foot column>
      {canScan ? (
        <Button id='branch-scan' kind='primary' icon='scan' onTap={() => void scan()}>
          扫报到码
        </Button>
      ) : null}
      <Button id='branch-open' kind={canScan ? 'plain' : 'primary'} onTap={type}>
        看看是哪个支部
      </Button>
    </Foot>
  )
  return (
    <Page id='branch-entry' white foot={foot}>
      <Hero title='找到你的支部' notes={['每个支部有一个报到码，团支书会发在班级群里。']} />
      <TextField
        id='branch-code'
        label='报到码'
        value={text}
        error={error}
        maxLength={500}
        placeholder='粘贴链接或整段文字也可以'
        tip='长按群里的消息复制，粘贴到这里就行。'
        confirmType='go'
        onChange={(typed) => (setText(typed), setError(''))}
        onConfirm={type}
      />
      <View className='branch-help'>
        <Link id='branch-help' onTap={() => open('help')}>
          没有报到码怎么办
        </Link>
      </View>
    </Page>
  )
}
