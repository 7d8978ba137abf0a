import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { chooseSize, useElder } from '../../lib/preferences'
import { Door } from '../../ui/door'
import { Link } from '../../ui/link'
import { Page } from '../../ui/page'
import { Pill } from '../../ui/pill'
import { scan } from './scan'
import { Tree } from './tree'
import './index.css'

const go = (url: string) => () => void Taro.navigateTo({ url })

export default function EntryPage() {
  const elder = useElder()
  return (
    <Page white>
      <Tree />
      <View className='t-display mt6'>智慧团建</View>
      <View className='c2 mt1'>找到你的支部，两分钟完成报到。</View>
      <View className='mt3'>
        <Door
          id='door-member'
          glyph='member'
          title='我是团员'
          note='报到、看资料、转接团组织关系'
          onTap={go('/pages/home/index')}
        />
        <Door
          id='door-cadre'
          glyph='cadre'
          title='我是团干部'
          note='审核资料、办理转接、查询与会话'
          onTap={go('/cadre/pages/choose/index')}
        />
      </View>
      <View className='row wrap middle mt5'>
        <Pill id='scan' icon='scan' onTap={() => void scan()}>
          扫码报到
        </Pill>
        <Pill id='elder' glyph='大' checked={elder} onTap={() => chooseSize(elder ? 'regular' : 'elder')}>
          长辈版
        </Pill>
        <Pill id='help' onTap={go('/pages/help/index')}>
          帮助
        </Pill>
      </View>
      <View className='entry-privacy'>
        先看看，不用登录。登录前会请你确认
        <Link id='privacy-note' onTap={go('/pages/privacy/index')}>
          《隐私说明》
        </Link>
      </View>
    </Page>
  )
}
