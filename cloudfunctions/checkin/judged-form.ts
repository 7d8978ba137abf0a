import { dayOf } from '#domain/calendar'
import { checkForm } from '#domain/check-in-form'
import type { ReadyValues } from '#domain/check-in-values'
import { accept, refuse, type Outcome } from '#domain/outcome'
import { open } from '../_platform/crypto/envelope'
import { personPlace } from '../_platform/crypto/sealed-fields'
import type { SubmitCall } from './submit-call'

/** The number typed, or the one on file: a returned form is sent again without it. */
const idNumberOf = ({ input, self, world }: SubmitCall): string =>
  input.values.idNumber ?? (self ? open(world.keys.field, personPlace(self._id, 'idNumber'), self.sealed.idNumber) : '')

/** Judges the form. Someone over 28 may come in with a post; only then are posts looked up. */
export async function judgedForm(call: SubmitCall): Promise<Outcome<ReadyValues, 'FORM_INVALID' | 'UNDER_14'>> {
  const values = { ...call.input.values, idNumber: idNumberOf(call) }
  const judge = (holdsPost: boolean) => checkForm(values, { today: dayOf(call.now), holdsPost })

  let judged = judge(false)
  if (judged.issues.some(({ code }) => code === 'OVER_28')) {
    const posts = await call.world.db.posts.list({ accountId: call.account._id, state: 'active' }, { limit: 1 })
    judged = judge(posts.length > 0)
  }
  const errors = judged.issues.filter(({ level }) => level === 'error')
  if (errors.some(({ code }) => code === 'UNDER_14')) return refuse('UNDER_14')
  if (errors.length > 0 || !judged.ready)
    return refuse('FORM_INVALID', { issues: errors.map(({ field, code }) => `${field}:${code}`) })
  return accept(judged.ready)
}
