import { View } from '@tarojs/components'
import type { Refusal } from '#contract/index'
import type { Refused } from '#domain/outcome'
import { Button } from '../../ui/button'
import { Hero } from '../../ui/hero'
import { open } from '../../member/routes'

const WHY: Partial<Record<Refusal, { title: string; notes: string[] }>> = {
  CODE_UNKNOWN: {
    title: '没有这个报到码',
    notes: ['可能少复制了几位，也可能不是报到码。', '请整段复制，或向团支书要最新的。'],
  },
  CODE_OVER: { title: '报到码过期了', notes: ['每个报到码能用 60 天。', '请团支书在「报到码」里发一个新的。'] },
  CODE_REVOKED: { title: '报到码已停用', notes: ['支部换了新的报到码。', '请看班级群里最新的，或问团支书要。'] },
}

type Props = { refusal: Refused<Refusal>; onAgain: () => void }

/** Why a code opens nothing, and what to do about it. */
export function CodeDead({ refusal, onAgain }: Props) {
  const why = WHY[refusal.code]
  if (!why) return null
  return (
    <View id={`branch-${refusal.code}`}>
      <Hero title={why.title} notes={why.notes} />
      <Button id='branch-again' kind='primary' onTap={onAgain}>
        换一个报到码
      </Button>
      <View className='branch-links'>
        <Button id='branch-help' kind='text' onTap={() => open('help')}>
          还是不行，看帮助
        </Button>
      </View>
    </View>
  )
}
