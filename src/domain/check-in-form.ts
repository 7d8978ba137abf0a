import { CHECK_IN_FIELDS, FIELDS, type FormPage } from './fields'
import { checkContact } from './form/contact'
import { checkIdentity, checkOrigin } from './form/identity'
import { checkLeague, checkLetter } from './form/league'
import { checkStudy } from './form/study'
import { tidyValues } from './form/tidy'
import type { Day } from './calendar'
import type { CheckInField, ReadyValues } from './check-in-values'
import type { FormFacts, FormIssue, FormValues } from './form/issue'
import type { ArrivalKind } from './options'
import type { Person, Profile } from './person'

export { FORM_ISSUE_CODES } from './form/issue'
export type { FormFacts, FormIssue, FormIssueCode, FormValues } from './form/issue'

const checkProfile = (values: FormValues, facts: FormFacts): FormIssue[] => [
  ...checkOrigin(values),
  ...checkLeague(values, facts),
  ...checkStudy(values),
  ...checkContact(values, facts),
]

const inFormOrder = (issues: readonly FormIssue[]): FormIssue[] =>
  CHECK_IN_FIELDS.flatMap((id) => issues.filter(({ field }) => field === id))

export type CheckedForm = {
  /** The values as they are to be stored; `idNumber` is empty where the one on file stays. Absent while there are errors. */
  ready: ReadyValues | undefined
  issues: FormIssue[]
}

/** Judges the whole form: every issue in the order of the fields, warnings among them, and the values in one spelling. */
export const checkForm = (values: FormValues, facts: FormFacts): CheckedForm => {
  const tidy = tidyValues(values, facts)
  const issues = inFormOrder([...checkIdentity(tidy, facts), ...checkLetter(tidy, facts), ...checkProfile(tidy, facts)])
  if (issues.some(({ level }) => level === 'error')) return { ready: undefined, issues }
  // No errors means that every required value is there; the checks above are that proof, the type cannot see it.
  return { ready: tidy as ReadyValues, issues }
}

/** Judges what stands on one page of the form; what depends on a page that is still empty is left for later. */
export const checkPage = (values: FormValues, page: FormPage, facts: FormFacts): FormIssue[] =>
  checkForm(values, facts).issues.filter(({ field }) => FIELDS[field].page === page)

/**
 * Judges wanted changes on top of what is on file. Only issues that the change brings along or leaves in a changed field
 * count: somebody is not kept from changing a phone by a rule that came later. An empty text clears a value.
 */
export const checkChange = (
  person: Pick<Person, 'identity' | 'profile'>,
  wanted: Partial<Profile>,
  { today }: { today: Day },
): { ready: Partial<Profile> | undefined; issues: FormIssue[] } => {
  const { birthDate, sex, idType } = person.identity
  const facts: FormFacts = { today, holdsPost: true, onFile: { idType, birthDate, sex } }
  const judge = (profile: FormValues) => {
    const values = tidyValues({ ...profile, idType }, facts)
    return { values, issues: checkProfile(values, facts) }
  }
  const before = judge(person.profile)
  const after = judge({ ...person.profile, ...wanted })
  const isOld = (issue: FormIssue) =>
    !(issue.field in wanted) && before.issues.some(({ field, code }) => field === issue.field && code === issue.code)
  const issues = inFormOrder(after.issues.filter((issue) => !isOld(issue)))
  if (issues.some(({ level }) => level === 'error')) return { ready: undefined, issues }

  const tidied = Object.keys(wanted).map((field) => [field, after.values[field as CheckInField] ?? '']) // keys of Profile
  // Each value comes from the tidied profile under its own key, or is the empty text that clears it.
  return { ready: Object.fromEntries(tidied) as Partial<Profile>, issues }
}

/** What most freshmen would choose: preselected, never hidden. */
export const defaultsFor = ({ arrival = 'inProvince' }: { arrival?: ArrivalKind }): FormValues => ({
  arrivalKind: arrival,
  idType: 'residentCard',
  ethnicity: '01',
  politicalStatus: 'leagueMember',
  isBranchCadre: false,
  education: 'bachelorInProgress',
  highestEducation: 'bachelorInProgress',
  occupation: 'student',
  incomeBand: 'student',
})
