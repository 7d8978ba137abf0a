import type { CheckInField } from './check-in-values'

/** What happens to a change after approval: never, after a second look, at once. */
export const EDIT_CLASSES = ['locked', 'review', 'free'] as const
export type EditClass = (typeof EDIT_CLASSES)[number]

export type FormPage = 1 | 2 | 3 | 4
export const FORM_PAGES: readonly { page: FormPage; title: string }[] = [
  { page: 1, title: '身份' },
  { page: 2, title: '入团' },
  { page: 3, title: '学习' },
  { page: 4, title: '联系' },
]

/** The mobile is shown with the form but belongs to the account: it changes there, by SMS code. */
export type FieldId = CheckInField | 'mobile'

export type Field = { label: string; page: FormPage; edit: EditClass; required: 'always' | 'conditional' | 'optional' }

/** Every field of the check-in form, in the order of the pages. */
export const FIELDS: Readonly<Record<CheckInField, Field>> = {
  arrivalKind: { label: '从哪里来', page: 1, edit: 'locked', required: 'always' },
  name: { label: '姓名', page: 1, edit: 'locked', required: 'always' },
  idType: { label: '证件类型', page: 1, edit: 'locked', required: 'always' },
  idNumber: { label: '证件号码', page: 1, edit: 'locked', required: 'always' },
  birthDate: { label: '出生日期', page: 1, edit: 'locked', required: 'conditional' },
  sex: { label: '性别', page: 1, edit: 'locked', required: 'conditional' },
  ethnicity: { label: '民族', page: 1, edit: 'free', required: 'always' },
  ethnicityOther: { label: '民族名称', page: 1, edit: 'free', required: 'conditional' },
  householdPlace: { label: '户籍所在地', page: 1, edit: 'free', required: 'always' },

  joinedMonth: { label: '入团年月', page: 2, edit: 'review', required: 'always' },
  joinedUnit: { label: '入团时所在单位', page: 2, edit: 'free', required: 'always' },
  memberNumber: { label: '团员编号', page: 2, edit: 'review', required: 'conditional' },
  politicalStatus: { label: '政治面貌', page: 2, edit: 'review', required: 'always' },
  partyJoinedMonth: { label: '入党年月', page: 2, edit: 'free', required: 'conditional' },
  isBranchCadre: { label: '是否担任本支部团干部', page: 2, edit: 'review', required: 'always' },
  branchPost: { label: '支部职务', page: 2, edit: 'review', required: 'conditional' },
  letter: { label: '组织关系介绍信', page: 2, edit: 'locked', required: 'conditional' },

  education: { label: '全日制学历', page: 3, edit: 'free', required: 'always' },
  highestEducation: { label: '最高学历', page: 3, edit: 'free', required: 'always' },
  occupation: { label: '职业', page: 3, edit: 'free', required: 'optional' },
  unit: { label: '学习或工作单位', page: 3, edit: 'free', required: 'conditional' },
  incomeBand: { label: '收入情况', page: 3, edit: 'review', required: 'always' },

  residencePlace: { label: '现居住地', page: 4, edit: 'free', required: 'optional' },
  email: { label: '电子邮箱', page: 4, edit: 'free', required: 'optional' },
  qq: { label: 'QQ', page: 4, edit: 'free', required: 'optional' },
  wechatId: { label: '微信号', page: 4, edit: 'free', required: 'optional' },
  weibo: { label: '微博', page: 4, edit: 'free', required: 'optional' },
  volunteerSince: { label: '注册志愿者年月', page: 4, edit: 'free', required: 'optional' },
}

/** Fields of the account that the form only shows. */
export const SHOWN_FIELDS = { mobile: { label: '手机号', page: 4, edit: 'free', required: 'always' } } as const

// The keys of a Record over CheckInField are CheckInFields; `Object.keys` only promises strings.
export const CHECK_IN_FIELDS = Object.keys(FIELDS) as CheckInField[]

export const labelOf = (field: FieldId): string => (field === 'mobile' ? SHOWN_FIELDS.mobile : FIELDS[field]).label
export const fieldsOnPage = (page: FormPage): CheckInField[] => CHECK_IN_FIELDS.filter((id) => FIELDS[id].page === page)
export const isCheckInField = (id: string): id is CheckInField => Object.prototype.hasOwnProperty.call(FIELDS, id)
