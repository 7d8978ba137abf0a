import { openidOf, SAMPLE_PASSWORD } from './accounts'

export type Persona = {
  key: string
  name: string
  /** Who it is, in one line. */
  role: string
  /** What to try. */
  hint: string
  /** The page to open first, after the `#`. */
  opens: string
  openid?: string
  phone?: string
  password?: string
}

const HOME = '/pages/home/index'
const CADRE = '/cadre/pages/choose/index'

const LIST: readonly Omit<Persona, 'openid' | 'password' | 'phone'>[] = [
  {
    key: 'freshman',
    name: '新同学',
    role: '新生，还没报到',
    hint: '用右边的报到码和资料走一遍报到，可以换着资料多来几位。',
    opens: '/pages/entry/index',
  },
  { key: 'waiting', name: '周予安', role: '新生，等待审核', hint: '看进度走到了哪一步，试试撤回重填。', opens: HOME },
  { key: 'returned', name: '唐知微', role: '新生，资料被退回', hint: '改好标出的 2 处，重新提交。', opens: HOME },
  { key: 'member', name: '夏言蹊', role: '团员，已报到', hint: '看自己的资料，申请修改，看谁查看过。', opens: HOME },
  {
    key: 'secretary',
    name: '林晓禾',
    role: '团支书，运营者',
    hint: '审核 8 位同学：批量通过、退回、线下核验。',
    opens: CADRE,
  },
  {
    key: 'threePosts',
    name: '沈知远',
    role: '团干部，3 个职务',
    hint: '先选在哪里工作，再切换组织；支部开了立即线下核验。',
    opens: CADRE,
  },
  {
    key: 'ordinary',
    name: '陆听澜',
    role: '组织委员，不是运营者',
    hint: '没有审核权限，看看页面怎么说明。',
    opens: CADRE,
  },
  {
    key: 'superior',
    name: '秦望舒',
    role: '院系团委书记，运营者',
    hint: '审核下面没有运营者的支部交来的资料。',
    opens: CADRE,
  },
]

export const personaName = (key: string) => LIST.find((persona) => persona.key === key)?.name ?? key
export const isPersona = (key: string) => LIST.some((persona) => persona.key === key)

/** The personas with the phones that their accounts got; whoever has no account yet comes signed out. */
export const personas = (phones: ReadonlyMap<string, string>): Persona[] =>
  LIST.map((persona) => {
    const phone = phones.get(persona.key)
    return phone ? { ...persona, phone, password: SAMPLE_PASSWORD, openid: openidOf(persona.key) } : persona
  })
