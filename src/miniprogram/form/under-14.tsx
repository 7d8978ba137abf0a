import { View } from '@tarojs/components'
import { restartAt } from '../member/routes'
import { Button } from '../ui/button'
import { Foot } from '../ui/foot'
import { Hero } from '../ui/hero'
import { Page } from '../ui/page'

/** Nothing of a child is kept. */
export function Under14() {
  const foot = (
    <Foot>
      <Button id='under-14-home' kind='primary' onTap={() => restartAt('entry')}>
        回到首页
      </Button>
    </Foot>
  )
  return (
    <Page id='under-14' white foot={foot}>
      <Hero title='还不能报到' notes={['不满 14 周岁不能报到。', '你填的内容什么都没有保存。']} />
      <View className='c2 mt3'>
        证件号填错了的话，回到首页重新开始就行。满 14 周岁以后，请家长陪你一起看《隐私说明》再来。
      </View>
    </Page>
  )
}
