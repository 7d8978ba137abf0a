export type Question = { key: string; title: string; answer: readonly string[]; words: string }

/** What people ask most. `words` are further names under which a question is looked for. */
export const QUESTIONS: readonly Question[] = [
  {
    key: 'real-name',
    title: '实名校验没通过怎么办',
    answer: [
      '先看姓名和证件号有没有填错。填错了就撤回，改好再交。',
      '没填错不用管：系统 24 小时内会再核一次。还没通过，支部会线下核验，带上证件原件给团支书看就行。',
    ],
    words: '校验中 未通过 身份证 失败 线下核验 公安',
  },
  {
    key: 'wrong-branch',
    title: '交错支部了',
    answer: [
      '还没审核：在「报到进度」里点「撤回重填」，再扫对的报到码。',
      '已经通过：请对方支部的团支书办转接，把你转到对的支部。',
    ],
    words: '选错 走错 班级 转专业 换支部',
  },
  {
    key: 'returned',
    title: '资料被退回了',
    answer: ['打开「修改资料」，上面写着原因和要改的几项，别的都保留着。改好点「重新提交」。看不明白就问退回的人。'],
    words: '退回 驳回 打回 重填',
  },
  {
    key: 'waiting',
    title: '交了很久没审核',
    answer: ['审核的是你支部的团支书。超过 24 小时和 48 小时，系统会各提醒支部一次。也可以当面说一声。'],
    words: '等待 待审核 催 多久 进度',
  },
  {
    key: 'code',
    title: '报到码过期或打不开',
    answer: [
      '报到码能用 60 天，支部换了新的，旧的就停用。请团支书在工作台的「报到码」里发最新的，整段复制进来也可以。',
    ],
    words: '二维码 扫码 失效 停用 没有 链接',
  },
  {
    key: 'password',
    title: '忘了密码，或登录不了',
    answer: [
      '用「验证码登录」就行，不需要密码。',
      '密码错 5 次会锁 15 分钟，这时也能用验证码登录。',
      '手机号不用了：请联系团支书。',
    ],
    words: '登录 找回 锁定 换手机 短信 收不到',
  },
  {
    key: 'sms',
    title: '收不到验证码',
    answer: ['看看短信拦截里有没有，等 60 秒再要一次。在微信里可以「微信手机号一键登录」，不用验证码。'],
    words: '短信 验证码 登录',
  },
  {
    key: 'in-use',
    title: '提示证件号已在别处登记',
    answer: [
      '多半是你以前在别的支部报到过。用提示里的手机号登录那个账号：在等审核就撤回，已经通过就办转接。',
      '不是你登记的：请联系团支书，带上证件核实。',
    ],
    words: '重复 占用 已登记 证件号',
  },
  {
    key: 'number',
    title: '团员编号在哪里看',
    answer: ['在团员证第一页，12 位数字，前四位是入团的年份。2017 年以前入团的没有编号，可以不填。'],
    words: '编号 团员证 12 位 找不到',
  },
  {
    key: 'letter',
    title: '从外省来，要准备什么',
    answer: ['原组织开的介绍信：编号、开信单位、日期，拍 1 到 3 张照片。信超过 6 个月要找原组织重开。'],
    words: '介绍信 省外 转入 照片',
  },
  {
    key: 'age',
    title: '年龄有什么要求',
    answer: ['满 14 周岁才能报到，不满的什么都不会保存。', '满 28 周岁要离团，担任团干部的除外。'],
    words: '14 岁 28 岁 未成年 离团',
  },
  {
    key: 'change',
    title: '报到后想改资料',
    answer: ['在「认证资料」点「修改资料」。有的马上生效，有的要支部看一眼。姓名和证件号写错了，带证件找团支书更正。'],
    words: '修改 更正 换手机 学历',
  },
]

/** The questions in which all the words that were typed occur; all of them for nothing typed. */
export function findQuestions(typed: string): readonly Question[] {
  const wanted = typed.trim().toLowerCase().split(/\s+/).filter(Boolean)
  const textOf = ({ title, answer, words }: Question) => `${title} ${answer.join(' ')} ${words}`.toLowerCase()
  return QUESTIONS.filter((question) => wanted.every((word) => textOf(question).includes(word)))
}
