/** The option lists of the forms: one source for types, schemas, tables and pages. Codes are ours unless a standard is named. */

export const ARRIVAL_KINDS = ['inSystem', 'inProvince', 'otherProvince'] as const
export type ArrivalKind = (typeof ARRIVAL_KINDS)[number]
export const ARRIVAL_KIND_LABELS: Record<ArrivalKind, string> = {
  inSystem: '省内，已在系统报到过',
  inProvince: '省内，还没有在系统报到',
  otherProvince: '从省外转来',
}

export const ID_TYPES = ['residentCard', 'outsideMainland'] as const
export type IdType = (typeof ID_TYPES)[number]
export const ID_TYPE_LABELS: Record<IdType, string> = {
  residentCard: '居民身份证',
  outsideMainland: '境外证件',
}

export const SEXES = ['male', 'female'] as const
export type Sex = (typeof SEXES)[number]
export const SEX_LABELS: Record<Sex, string> = { male: '男', female: '女' }

/** The three statuses of GB/T 4762 that a League member can have. */
export const POLITICAL_STATUSES = ['leagueMember', 'partyMember', 'probationaryPartyMember'] as const
export type PoliticalStatus = (typeof POLITICAL_STATUSES)[number]
export const POLITICAL_STATUS_LABELS: Record<PoliticalStatus, string> = {
  leagueMember: '共青团员',
  partyMember: '中共党员',
  probationaryPartyMember: '中共预备党员',
}

/** From the highest to the lowest, so that two of them can be compared by their place. */
export const EDUCATIONS = [
  'doctor',
  'doctorInProgress',
  'master',
  'masterInProgress',
  'bachelor',
  'bachelorInProgress',
  'juniorCollege',
  'juniorCollegeInProgress',
  'seniorHigh',
  'seniorHighInProgress',
  'secondaryVocational',
  'secondaryVocationalInProgress',
  'juniorHigh',
  'juniorHighInProgress',
  'primary',
] as const
export type Education = (typeof EDUCATIONS)[number]
export const EDUCATION_LABELS: Record<Education, string> = {
  doctor: '博士研究生',
  doctorInProgress: '博士研究生在读',
  master: '硕士研究生',
  masterInProgress: '硕士研究生在读',
  bachelor: '大学本科',
  bachelorInProgress: '大学本科在读',
  juniorCollege: '大学专科',
  juniorCollegeInProgress: '大学专科在读',
  seniorHigh: '普通高中',
  seniorHighInProgress: '普通高中在读',
  secondaryVocational: '中等职业教育',
  secondaryVocationalInProgress: '中等职业教育在读',
  juniorHigh: '初中',
  juniorHighInProgress: '初中在读',
  primary: '小学',
}

export const OCCUPATIONS = [
  'student',
  'stateEnterprise',
  'nonPublicEnterprise',
  'governmentOrInstitution',
  'socialOrganization',
  'farmer',
  'freelancer',
  'publicUniversityStaff',
  'publicMiddleSchoolStaff',
  'publicVocationalSchoolStaff',
  'privateUniversityStaff',
  'privateMiddleSchoolStaff',
  'privateVocationalSchoolStaff',
  'other',
] as const
export type Occupation = (typeof OCCUPATIONS)[number]
export const OCCUPATION_LABELS: Record<Occupation, string> = {
  student: '学生',
  stateEnterprise: '国有企业职工',
  nonPublicEnterprise: '非公企业职工',
  governmentOrInstitution: '机关事业单位职工',
  socialOrganization: '社会组织职工',
  farmer: '农民',
  freelancer: '自由职业者',
  publicUniversityStaff: '公办高校教职工',
  publicMiddleSchoolStaff: '公办中学教职工',
  publicVocationalSchoolStaff: '公办中职学校教职工',
  privateUniversityStaff: '民办高校教职工',
  privateMiddleSchoolStaff: '民办中学教职工',
  privateVocationalSchoolStaff: '民办中职学校教职工',
  other: '其他',
}

/** Monthly income in yuan; a band includes its lower bound and excludes its upper one. */
export const INCOME_BANDS = [
  'student',
  'ruralUnfixed',
  'below2000',
  'from2000',
  'from5000',
  'from8000',
  'above10000',
] as const
export type IncomeBand = (typeof INCOME_BANDS)[number]
export const INCOME_BAND_LABELS: Record<IncomeBand, string> = {
  student: '学生，无收入',
  ruralUnfixed: '农村户籍，无固定收入',
  below2000: '2000 元以下',
  from2000: '2000～5000 元',
  from5000: '5000～8000 元',
  from8000: '8000～10000 元',
  above10000: '10000 元以上',
}

export const CADRE_POSTS = [
  'secretary',
  'deputySecretary',
  'organizationOfficer',
  'publicityOfficer',
  'cultureSportsOfficer',
  'productionOfficer',
  'rightsOfficer',
  'volunteerOfficer',
  'other',
] as const
export type CadrePost = (typeof CADRE_POSTS)[number]
export const CADRE_POST_LABELS: Record<CadrePost, string> = {
  secretary: '书记',
  deputySecretary: '副书记',
  organizationOfficer: '组织委员',
  publicityOfficer: '宣传委员',
  cultureSportsOfficer: '文体委员',
  productionOfficer: '生产委员',
  rightsOfficer: '权益委员',
  volunteerOfficer: '志愿委员',
  other: '其他',
}

export const CADRE_NATURES = ['fullTime', 'partTime', 'seconded'] as const
export type CadreNature = (typeof CADRE_NATURES)[number]
export const CADRE_NATURE_LABELS: Record<CadreNature, string> = { fullTime: '专职', partTime: '兼职', seconded: '挂职' }

/** The 56 peoples by the two-digit codes of GB/T 3304, in their order, and `other` with a typed text. */
export const ETHNICITIES = [
  ...(['01', '02', '03', '04', '05', '06', '07', '08', '09', '10', '11', '12', '13', '14'] as const),
  ...(['15', '16', '17', '18', '19', '20', '21', '22', '23', '24', '25', '26', '27', '28'] as const),
  ...(['29', '30', '31', '32', '33', '34', '35', '36', '37', '38', '39', '40', '41', '42'] as const),
  ...(['43', '44', '45', '46', '47', '48', '49', '50', '51', '52', '53', '54', '55', '56', 'other'] as const),
] as const
export type Ethnicity = (typeof ETHNICITIES)[number]
const ETHNICITY_NAMES =
  '汉族 蒙古族 回族 藏族 维吾尔族 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 傣族 黎族 ' +
  '傈僳族 佤族 畲族 高山族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 土族 达斡尔族 仫佬族 羌族 布朗族 撒拉族 毛南族 ' +
  '仡佬族 锡伯族 阿昌族 普米族 塔吉克族 怒族 乌孜别克族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 京族 塔塔尔族 独龙族 ' +
  '鄂伦春族 赫哲族 门巴族 珞巴族 基诺族 其他'
/** `fromEntries` cannot express that the names line up with the codes; a test counts them. */
export const ETHNICITY_LABELS = Object.fromEntries(
  ETHNICITY_NAMES.split(' ').map((name, index) => [ETHNICITIES[index], name]),
) as Record<Ethnicity, string>

/** All labels by the field that they belong to. */
export const LABELS = {
  arrivalKind: ARRIVAL_KIND_LABELS,
  idType: ID_TYPE_LABELS,
  sex: SEX_LABELS,
  politicalStatus: POLITICAL_STATUS_LABELS,
  education: EDUCATION_LABELS,
  occupation: OCCUPATION_LABELS,
  incomeBand: INCOME_BAND_LABELS,
  ethnicity: ETHNICITY_LABELS,
  cadrePost: CADRE_POST_LABELS,
  cadreNature: CADRE_NATURE_LABELS,
}

const LISTS = [
  [ARRIVAL_KINDS, ARRIVAL_KIND_LABELS],
  [ID_TYPES, ID_TYPE_LABELS],
  [SEXES, SEX_LABELS],
  [POLITICAL_STATUSES, POLITICAL_STATUS_LABELS],
  [EDUCATIONS, EDUCATION_LABELS],
  [OCCUPATIONS, OCCUPATION_LABELS],
  [INCOME_BANDS, INCOME_BAND_LABELS],
  [ETHNICITIES, ETHNICITY_LABELS],
  [CADRE_POSTS, CADRE_POST_LABELS],
  [CADRE_NATURES, CADRE_NATURE_LABELS],
] as const
export type OptionList = (typeof LISTS)[number][0]
const LABELS_OF = new Map<OptionList, Readonly<Record<string, string>>>(LISTS)

/** The values of a list with their labels, in the list's order: what a picker shows. */
export const optionsOf = <L extends OptionList>(list: L): readonly { value: L[number]; label: string }[] => {
  const labels = LABELS_OF.get(list) ?? {}
  // `list` is a union of tuples here, whose `map` has no common signature; its elements are `L[number]`.
  return (list as readonly L[number][]).map((value) => ({ value, label: labels[value] ?? value }))
}
