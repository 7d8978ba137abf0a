import type { Refusal } from '#contract/index'
import type { NoticeKind, NoticeView } from '#contract/notice'
import type { FormIssueCode } from '#domain/check-in-form'
import { CHECK_IN_STATUS_LABELS } from '#domain/check-in'
import type { Detail, Refused } from '#domain/outcome'
import { pointInTime } from './lib/time-text'

// Longer than other files on purpose: every sentence that answers a code stands here, in one place, and a code without one
// does not compile.

type Sentence = string | ((detail: Detail) => string)

const words = (value: Detail[string] | undefined) => (typeof value === 'string' ? value : '')
const figure = (value: Detail[string] | undefined, otherwise: number) => (typeof value === 'number' ? value : otherwise)
const moment = (value: Detail[string] | undefined) => {
  const date = new Date(words(value))
  return Number.isNaN(date.getTime()) ? '' : pointInTime(date, new Date())
}
const untilWhen = ({ waitSeconds }: Detail) => {
  const seconds = figure(waitSeconds, 60)
  return seconds > 90 ? `${Math.ceil(seconds / 60)} 分钟` : `${seconds} 秒`
}
const whoAndWhen = ({ by, at }: Detail) =>
  [words(by).startsWith('system:') ? '系统' : words(by), moment(at)].filter(Boolean).join('，')

export const REFUSALS: Record<Refusal, Sentence> = {
  OFFLINE: '没有网络。连上后再试一次，不会重复提交。',
  INTERNAL: ({ request }) =>
    `没能办成，资料都还在。再试一次不会重复提交。${words(request) && `编号 ${words(request)}`}`,
  BUSY: '服务器太忙，资料都还在。过几秒再试，不会重复提交。',
  SIGNED_OUT: '请先登录，登录后回到这里，填的内容都在。',
  NOT_ALLOWED: '现在还不能看这里，先回首页看看办到哪一步。',
  INVALID_INPUT: '有内容的格式不对，请检查后再试。',
  TOO_OFTEN: (detail) => `操作太快了，过 ${untilWhen(detail)} 再试。`,
  COMMAND_REUSED: '内容已经变了，请再点一次。',

  PHONE_FORMAT: '手机号应是 1 开头的 11 位数字，请核对。',
  CODE_TOO_SOON: (detail) => `验证码刚发过，${untilWhen(detail)}后可以再要。`,
  CODE_TOO_MANY: (detail) => `这个号码今天要了太多次，过 ${untilWhen(detail)} 再试。`,
  SMS_UNAVAILABLE: '短信暂时发不出去，请过几分钟再试。',
  CODE_WRONG: '验证码不对，请看最新一条短信。',
  CODE_EXPIRED: '验证码过期了，请重新获取。',
  PHONE_TAKEN: '这个手机号注册过，直接登录就行。',
  CONSENT_OUTDATED: '请先阅读并同意最新的《隐私说明》。',
  CONSENT_MISSING: '要先同意处理证件信息，才能交给支部。',
  PASSWORD_SHORT: ({ min }) => `密码至少 ${figure(min, 8)} 位，再长一点。`,
  PASSWORD_LONG: ({ max }) => `密码最多 ${figure(max, 64)} 位，请短一点。`,
  PASSWORD_COMMON: '这个密码太常见，容易被猜到，请换一个。',
  PASSWORD_CONTEXT: '密码里不要有手机号或系统名称，请换一个。',
  LOGIN_WRONG: '手机号或密码不对，也可以用验证码登录。',
  LOGIN_LOCKED: ({ until }) => `密码错了多次，${moment(until) || '15 分钟后'} 再试，或用验证码登录。`,
  ONLY_IN_WECHAT: '这一步要在微信里做，请用短信验证码登录。',
  PHONE_CODE_INVALID: '没取到微信手机号，再点一次，或用短信验证码。',

  NOT_FOUND: '没找到，可能已经被处理了，刷新看看。',
  STALE: (detail) => {
    const status = CHECK_IN_STATUS_LABELS[words(detail.status) as keyof typeof CHECK_IN_STATUS_LABELS] // unknown ones give undefined
    const who = whoAndWhen(detail)
    return `刚刚有变化${who && `（${who}）`}${status ? `，现在是「${status}」` : ''}，请看最新的再办。`
  },

  CODE_UNKNOWN: '没有这个报到码，请向团支书要最新的。',
  CODE_OVER: '这个报到码过期了，请向团支书要新的。',
  CODE_REVOKED: '这个报到码已停用，请向团支书要新的。',
  FORM_INVALID: '有几处要改，改好就能交。',
  UNDER_14: '不满 14 周岁不能报到，什么都没有保存。',
  ID_ON_FILE: '这个证件号已在别的支部登记，先在那边办好再交。',
  ALREADY_SUBMITTED: '已经交给支部了，等审核就行。',
  ALREADY_CHECKED_IN: '你已报到，换支部请办转接。',
  OTHER_PERSON: '这个证件号属于另一个账号，请用那个账号登录。',
  MEMBER_NUMBER_TAKEN: '这个团员编号有人用了，请照团员证核对。',
  CONFIRMATION_WRONG: '请输入「撤回」两个字。',
  NOTHING_CHANGED: '还没有改动，改了再交。',
  CHANGE_OPEN: '上一次修改还在审核，先撤回它或等结果。',
  FIELD_LOCKED: '这几项报到后不能自己改，请联系团支书。',

  PHOTO_TYPE: '只能传照片（JPG、PNG 或 WebP），请换一张。',
  PHOTO_TOO_LARGE: '照片太大，请换一张小于 5 MB 的。',
  PHOTO_TOO_MANY_PIXELS: '照片尺寸太大，请截小一点再传。',
  PHOTO_BROKEN: '这张照片打不开，请重新拍一张。',
  PHOTO_GONE: '有照片失效了，请重新上传。',
  PHOTOS_COUNT: '照片要 1 到 8 张。',

  OWN_APPLICATION: '不能审核自己的资料，会交给上级或同事。',
  NOT_YET_VERIFIED: ({ until }) =>
    `还在实名校验，${moment(until) ? `最晚 ${moment(until)} 有结果` : '最长 24 小时'}，可以先退回。`,
  NEEDS_OFFLINE: '实名没通过，要先线下核验。',
  NOT_YET_FAILED: ({ until }) =>
    `实名复核还没结束，${moment(until) ? `最晚 ${moment(until)} 有结果` : '最长 24 小时'}。`,
  NOT_NEEDED: '实名已经通过，不用线下核验。',
  REASON_LENGTH: '理由写 2 到 249 个字。',
  EXPLANATION_LENGTH: '核验说明写 5 到 249 个字。',
  REVEAL_TOO_MANY: '看证件号的次数到上限了，过一小时再看。',
}

const isRefusal = (code: string): code is Refusal => Object.prototype.hasOwnProperty.call(REFUSALS, code)

/** What a refusal says to the user: what is wrong, then what to do. */
export const sentenceOf = ({ code, detail = {} }: Refused<string>): string => {
  const sentence = REFUSALS[isRefusal(code) ? code : 'INTERNAL']
  return typeof sentence === 'string' ? sentence : sentence(detail)
}

/** One exact sentence below the field. */
export const FORM_SENTENCES: Record<FormIssueCode, string> = {
  ARRIVAL_MISSING: '请选从哪里来。',
  ARRIVAL_USE_TRANSFER: '已经在系统报到过，办转接就行，不用再报到。',
  NAME_MISSING: '请填姓名，和证件上一样。',
  NAME_SHORT: '姓名至少两个字，请照证件填全。',
  NAME_LONG: '姓名最多 30 个字，请照证件核对。',
  NAME_DIGITS: '姓名里有数字，请照证件改正。',
  NAME_INVISIBLE: '姓名里有看不见的符号，请删掉重新输入。',
  NAME_DOT: '「·」只能在姓名中间，请照证件改正。',
  NAME_CHARACTERS: '姓名里有不认识的符号，只填汉字、字母和「·」。',
  ID_TYPE_MISSING: '请选证件类型。',
  ID_MISSING: '请填证件号码。',
  ID_FIFTEEN_DIGITS: '15 位的是旧号码，请填 18 位的。',
  ID_LENGTH: '身份证号应是 18 位，请数一数。',
  ID_CHARACTERS: '身份证号只有数字，最后一位可以是 X。',
  ID_PROVINCE: '前两位对不上省份，请照着证件再核对一遍。',
  ID_DATE: '中间的出生日期不对，请照着证件再核对一遍。',
  ID_DATE_FUTURE: '出生日期还没到，请照着证件再核对一遍。',
  ID_CHECK_DIGIT: '最后一位对不上，请照着证件再核对一遍。',
  OUTSIDE_NUMBER_FORMAT: '证件号是 6 到 20 位字母或数字，请核对。',
  BIRTH_DATE_MISSING: '请选出生日期。',
  BIRTH_DATE_FORMAT: '出生日期不对，请重新选。',
  BIRTH_DATE_FUTURE: '出生日期还没到，请重新选。',
  SEX_MISSING: '请选性别。',
  UNDER_14: '不满 14 周岁不能报到，也不会保存你的资料。',
  OVER_28: '满 28 周岁要离团，担任团干部的请先让组织录入职务。',
  ETHNICITY_MISSING: '请选民族。',
  ETHNICITY_OTHER_MISSING: '请填民族名称。',
  ETHNICITY_OTHER_LONG: '民族名称最多 20 个字。',
  HOUSEHOLD_MISSING: '请选户籍所在地，户口本首页有。',
  HOUSEHOLD_FORMAT: '户籍所在地不对，请重新选。',
  JOINED_MISSING: '请选入团年月，团员证上有。',
  JOINED_FORMAT: '入团年月不对，请重新选。',
  JOINED_FUTURE: '入团年月还没到，请照团员证核对。',
  JOINED_TOO_YOUNG: '那时还没到入团年龄，请照团员证核对。',
  JOINED_TOO_OLD: '那时已满 28 周岁，请照团员证核对。',
  JOINED_UNUSUAL: '那时不满 14 周岁，比较少见，请再看一眼团员证。',
  JOINED_UNIT_MISSING: '请填入团时所在的学校或单位。',
  JOINED_UNIT_LONG: '单位名称最多 64 个字，请写简称。',
  MEMBER_NUMBER_MISSING: '2017 年以后入团的都有编号，在团员证第一页。',
  MEMBER_NUMBER_FORMAT: '团员编号是 12 位数字，请照团员证核对。',
  MEMBER_NUMBER_YEAR: '编号前四位是入团的年份，请和入团年月核对。',
  POLITICAL_STATUS_MISSING: '请选政治面貌。',
  PARTY_MONTH_MISSING: '请选入党年月。',
  PARTY_MONTH_FORMAT: '入党年月不对，请重新选。',
  PARTY_MONTH_FUTURE: '入党年月还没到，请核对。',
  PARTY_MONTH_BEFORE_JOINED: '入党应在入团之后，请核对两个年月。',
  PARTY_MONTH_UNDER_18: '入党要满 18 周岁，请核对年月。',
  CADRE_ANSWER_MISSING: '请选是不是本支部的团干部。',
  POST_MISSING: '请选职务。',
  POST_TITLE_MISSING: '请写职务名称。',
  POST_TITLE_LONG: '职务名称最多 20 个字。',
  POST_SINCE_FORMAT: '请选任职年月。',
  POST_SINCE_FUTURE: '任职年月还没到，请核对。',
  POST_NATURE_MISSING: '请选专职、兼职或挂职。',
  LETTER_MISSING: '请填介绍信的编号、单位、日期，并拍照。',
  LETTER_NUMBER_MISSING: '请填介绍信编号，在信的右上角。',
  LETTER_NUMBER_LONG: '介绍信编号最多 32 个字，请核对。',
  LETTER_ISSUER_MISSING: '请填开介绍信的团组织。',
  LETTER_ISSUER_LONG: '团组织名称最多 64 个字，请写简称。',
  LETTER_DATE_FORMAT: '请选开介绍信的日期。',
  LETTER_DATE_FUTURE: '开信日期还没到，请核对。',
  LETTER_EXPIRED: '介绍信超过 6 个月了，请找原组织重开。',
  LETTER_OLD: '介绍信开了 90 多天，支部可能会问，先交也可以。',
  LETTER_PHOTOS_MISSING: '请拍下介绍信，1 到 3 张。',
  LETTER_PHOTOS_MANY: '介绍信照片最多 3 张。',
  EDUCATION_MISSING: '请选全日制学历。',
  HIGHEST_EDUCATION_MISSING: '请选最高学历。',
  EDUCATION_ORDER: '最高学历比全日制学历低，请再看一眼。',
  OCCUPATION_UNKNOWN: '请重新选职业。',
  UNIT_MISSING: '请填现在的学校。',
  UNIT_LONG: '单位名称最多 64 个字，请写简称。',
  INCOME_MISSING: '请选收入情况。',
  RESIDENCE_FORMAT: '现居住地不对，请重新选。',
  EMAIL_FORMAT: '邮箱格式不对，例如 name@example.com。',
  EMAIL_LONG: '邮箱最多 64 个字。',
  QQ_FORMAT: 'QQ 号是 5 到 12 位数字，请核对。',
  WECHAT_FORMAT: '微信号是 5 到 20 位字母、数字、「-」「_」。',
  WEIBO_LONG: '微博名最多 64 个字。',
  VOLUNTEER_FORMAT: '注册志愿者年月不对，请重新选。',
  VOLUNTEER_FUTURE: '注册志愿者年月还没到，请核对。',
}

type Told = { title: string; text: (notice: NoticeView) => string }

const who = ({ name = '有人' }: NoticeView) => name
const where = ({ orgName = '支部' }: NoticeView) => orgName
const why = ({ reason }: NoticeView) => (reason ? `：${reason}` : '')

/** A message of the inbox: the fact as title, then who, where, and what to do. */
export const NOTICES: Record<NoticeKind, Told> = {
  checkInSubmitted: { title: '有人交了报到资料', text: (notice) => `${who(notice)} 交到 ${where(notice)}，请审核。` },
  checkInApproved: { title: '报到通过了', text: (notice) => `${where(notice)} 通过了你的报到。` },
  checkInReturned: { title: '资料被退回，改好再交', text: (notice) => `${where(notice)} 退回了资料${why(notice)}` },
  checkInWithdrawn: { title: '有人撤回了报到资料', text: (notice) => `${who(notice)} 自己撤回了，不用再审。` },
  offlinePossible: { title: '要线下核验', text: (notice) => `${who(notice)} 的实名没通过，请线下核验。` },
  reviewReminder: {
    title: '有资料等了很久',
    text: (notice) => `${who(notice)} 在等 ${where(notice)} 审核，请尽快办。`,
  },
  changeSubmitted: { title: '有人申请修改资料', text: (notice) => `${who(notice)} 想改资料，请审核。` },
  changeApplied: { title: '资料改好了', text: (notice) => `${where(notice)} 同意了你的修改。` },
  changeReturned: { title: '修改没有通过', text: (notice) => `${where(notice)} 退回了修改${why(notice)}` },
}
