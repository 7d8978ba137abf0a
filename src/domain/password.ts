import { TEXT } from './limits'
import { accept, refuse, type Outcome } from './outcome'
import { lengthOf } from './text'

export type PasswordRefusal = 'PASSWORD_SHORT' | 'PASSWORD_LONG' | 'PASSWORD_COMMON' | 'PASSWORD_CONTEXT'

const PRODUCT_WORDS = ['zhihuituanjian', 'tuanjian', 'gongqingtuan', '智慧团建', '共青团']
// A shorter word of the context, such as a surname, would refuse far too much.
const CONTEXT_MIN = 4

/**
 * Length and guessability, no rules of composition. `context` holds what others know of the account, such as phone and
 * user name. The answer is the password in the form to be hashed.
 */
export const judgePassword = (
  password: string,
  { context, isCommon }: { context: readonly string[]; isCommon: (password: string) => boolean },
): Outcome<string, PasswordRefusal> => {
  // Far more than any password; not worth normalising.
  if (password.length > TEXT.password.max * 8) return refuse('PASSWORD_LONG', { max: TEXT.password.max })
  // Keyboards spell one character in several ways; NFC makes the same password of them.
  const normal = password.normalize('NFC')
  if (lengthOf(normal) < TEXT.password.min) return refuse('PASSWORD_SHORT', { min: TEXT.password.min })
  if (lengthOf(normal) > TEXT.password.max) return refuse('PASSWORD_LONG', { max: TEXT.password.max })

  const lower = normal.toLowerCase()
  const words = [...context.filter((word) => lengthOf(word) >= CONTEXT_MIN), ...PRODUCT_WORDS]
  if (words.some((word) => lower.includes(word.toLowerCase()))) return refuse('PASSWORD_CONTEXT')
  return isCommon(lower) || isCommon(normal) ? refuse('PASSWORD_COMMON') : accept(normal)
}
