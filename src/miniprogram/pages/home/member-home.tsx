import { View } from '@tarojs/components'
import type { Me } from '#contract/account'
import type { MyCheckIn } from '#contract/checkin'
import { chooseSize, useElder } from '../../lib/preferences'
import { monthText } from '../../lib/time-text'
import { Avatar } from '../../ui/avatar'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Link } from '../../ui/link'
import { Notice } from '../../ui/notice'
import { Path } from '../../ui/path'
import { Pill } from '../../ui/pill'
import { Tag } from '../../ui/tag'
import { RealNameTag } from '../../member/real-name-tag'
import { open } from '../../member/routes'
import './home.css'

type Props = { me: Me; mine: MyCheckIn }

/** A member's home: who I am, my data, my branch. */
export function MemberHome({ me, mine }: Props) {
  const elder = useElder()
  const { values, branch, realName, change } = mine
  const name = me.name ?? values?.name ?? ''
  return (
    <>
      <View className='home-head'>
        <Avatar name={name || '团'} large className='home-face' />
        <View className='grow'>
          <View className='t-title'>{name}，你好</View>
          <View className='row wrap'>
            <View className='t-note c2'>{branch?.name}</View>
            <Tag kind='ok' icon='ok'>
              已报到
            </Tag>
          </View>
        </View>
      </View>
      <View className='home-pills'>
        <Pill id='home-elder' glyph='大' checked={elder} onTap={() => chooseSize(elder ? 'regular' : 'elder')}>
          长辈版
        </Pill>
        <Pill id='home-looks' icon='lock' onTap={() => open('looks')}>
          谁能看我的资料
        </Pill>
      </View>
      {change?.status === 'pending' ? (
        <Notice
          className='mt3'
          kind='info'
          icon='clock'
          action={{ id: 'home-change', text: '看看', onTap: () => open('change') }}
        >
          资料修改在等支部审核
        </Notice>
      ) : null}
      <Card
        flush
        title='认证资料'
        aside={
          <Link id='home-profile' onTap={() => open('profile')}>
            查看与修改
          </Link>
        }
      >
        <Cell label='实名' value={<RealNameTag status={realName?.status} />} />
        <Cell label='证件号' value={values?.idMask ?? ''} />
        <Cell label='入团' value={values ? monthText(values.joinedMonth) : ''} />
      </Card>
      <Card id='home-branch' title='我的支部'>
        {branch ? <Path names={branch.path} /> : null}
        {branch?.secretary ? <View className='t-note c2 mt3'>团支书 {branch.secretary}</View> : null}
      </Card>
      {me.posts.length > 0 ? (
        <Card flush>
          <Cell id='home-cadre' icon='stamp' label='去团干部工作台' onTap={() => open('choosePost')} />
        </Card>
      ) : null}
    </>
  )
}
