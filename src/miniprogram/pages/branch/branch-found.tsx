import { View } from '@tarojs/components'
import type { BranchView } from '#contract/shapes'
import { sessionToken } from '../../api/session'
import { chosenBranch } from '../../form/chosen-branch'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Foot } from '../../ui/foot'
import { Hero } from '../../ui/hero'
import { Notice } from '../../ui/notice'
import { Page } from '../../ui/page'
import { Path } from '../../ui/path'
import { open, ROUTES } from '../../member/routes'
import './branch.css'

type Props = { branch: BranchView; code: string; onAgain: () => void }

/** 44192086 as 4419 2086. */
const spaced = (id: string) => `${id.slice(0, 4)} ${id.slice(4)}`

/** Is this the right one? Name, place and secretary say so. */
export function BranchFound({ branch, code, onAgain }: Props) {
  const { id, name, path, secretary } = branch
  const start = () => {
    chosenBranch.write({ id, code, name })
    if (sessionToken()) open('arrival')
    else open('login', { to: ROUTES.arrival })
  }
  const foot = (
    <Foot column>
      <Button id='branch-start' kind='primary' onTap={start}>
        是我的支部，开始报到
      </Button>
      <View className='branch-links'>
        <Button id='branch-again' kind='text' onTap={onAgain}>
          不是，换一个报到码
        </Button>
      </View>
    </Foot>
  )
  return (
    <Page id='branch' foot={foot}>
      <Hero over='你扫的是这个支部的报到码' title={name}>
        <View className='t-note c2 mt2'>备好身份证号、入团年月和团员编号，约 2 分钟。</View>
      </Hero>
      <Card>
        <View className='branch-place'>它在组织里的位置</View>
        <Path id='branch-path' names={path} />
      </Card>
      <Card flush>
        <Cell id='branch-secretary' label='团支书' value={secretary ?? '还没有录入'} />
        <Cell id='branch-id' label='支部编号' value={spaced(id)} />
      </Card>
      <Notice className='mt3'>省内别的支部报到过？下一步选「已在系统里」，不用重填。</Notice>
    </Page>
  )
}
