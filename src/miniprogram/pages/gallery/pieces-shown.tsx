import { View } from '@tarojs/components'
import { Avatar } from '../../ui/avatar'
import { Badge } from '../../ui/badge'
import { Bar } from '../../ui/bar'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Hero } from '../../ui/hero'
import { Link } from '../../ui/link'
import { Notice } from '../../ui/notice'
import { Path } from '../../ui/path'
import { Steps } from '../../ui/steps'
import { Tag } from '../../ui/tag'
import { Timeline } from '../../ui/timeline'
import { nothing } from './nothing'

const STEPS = ['身份', '入团', '学习', '确认']

export function PiecesShown() {
  return (
    <>
      <Hero
        over={
          <Tag kind='fail' icon='redo'>
            已退回
          </Tag>
        }
        title='改 2 处就能再交'
        notes={['正在做实名校验，之后由林晓禾审核。']}
      />
      <View className='row wrap mt3'>
        <Button kind='primary'>通过 3 人</Button>
        <Button onTap={nothing}>退回</Button>
        <Button kind='fail'>注销</Button>
        <Button small>开启</Button>
        <Button kind='text'>重新扫码</Button>
        <Button kind='primary' busy='正在提交…'>
          提交
        </Button>
        <Button kind='primary' block off='实名没通过，要先线下核验。'>
          通过
        </Button>
      </View>
      <View className='row wrap mt3'>
        <Tag>团干部</Tag>
        <Tag kind='now'>上次在这里</Tag>
        <Tag kind='info' icon='clock'>
          校验中
        </Tag>
        <Tag kind='ok' icon='ok'>
          实名通过
        </Tag>
        <Tag kind='warn' icon='clock'>
          已等 2 天
        </Tag>
        <Tag kind='fail' icon='warn'>
          实名未通过
        </Tag>
        <Badge count={8} />
        <Badge count={0} />
        <Badge count={120} />
        <Avatar name='何一舟' large />
      </View>
      <Notice className='mt3'>每个组织里能做的事不一样。</Notice>
      <Notice className='mt3' kind='ok'>
        证件号对上了。
      </Notice>
      <Notice className='mt3' kind='warn' action={{ text: '去办', onTap: nothing }}>
        何一舟等你线下核验，已等 2 天
      </Notice>
      <Notice className='mt3' kind='fail'>
        还有 1 处要改：<Link onTap={nothing}>身份证号</Link>
      </Notice>
      <Card title='报到进度' aside={<Link onTap={nothing}>看详情</Link>}>
        <Steps names={STEPS} at={1} keep />
        <Steps names={STEPS} at={2} returned />
        <Bar
          parts={[
            { share: 0.61, tone: 'ok' },
            { share: 0.21, tone: 'info' },
          ]}
          label='通过 23，待审 8'
        />
      </Card>
      <Card flush>
        <Cell label='证件号' value='4401**********0012' />
        <Cell label='入团时单位' value='南岭示例中学高三（2）班团支部，全称很长也不截断' />
        <Cell icon='bell' label='有结果时微信提醒我' aside={<Button small>开启</Button>} />
        <Cell icon='doc' label='看我交的资料' note='18 项' onTap={nothing} />
      </Card>
      <Card>
        <Path names={['共青团广东省委员会', '南岭示例大学团委', '哲学系团委', '哲学2025级1班团支部']} />
      </Card>
      <Card>
        <Timeline
          entries={[
            { key: 'a', state: 'done', title: '资料已提交', aside: '10:36', lines: ['你交到 哲学2025级1班团支部'] },
            {
              key: 'r',
              state: 'returned',
              title: '转入支部',
              aside: '9月14日 退回',
              quote: '新生名单里没有你，请确认班级或联系我。',
            },
            {
              key: 'b',
              state: 'now',
              title: '实名校验',
              aside: (
                <Tag kind='info' icon='clock'>
                  校验中
                </Tag>
              ),
              lines: ['系统在办，10:36 开始，已 16 分钟', '一般几分钟，最长 24 小时'],
            },
            { key: 'c', state: 'todo', title: '报到完成', lines: ['之后可以看资料、办转接'] },
          ]}
        />
      </Card>
    </>
  )
}
