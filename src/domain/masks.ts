/** What may stand in lists instead of the value. Characters are code points, so that a rare one is never cut in half. */
const maskMiddle = (text: string, head: number, tail: number): string => {
  const characters = Array.from(text)
  if (characters.length <= head + tail) return '*'.repeat(characters.length)
  const hidden = '*'.repeat(characters.length - head - tail)
  return characters.slice(0, head).join('') + hidden + characters.slice(characters.length - tail).join('')
}

/** `4401**********0012`; a number from outside the mainland keeps two characters on each side. */
export const maskIdNumber = (idNumber: string): string =>
  /^\d{17}[\dX]$/.test(idNumber) ? maskMiddle(idNumber, 4, 4) : maskMiddle(idNumber, 2, 2)

/** `138****0000` */
export const maskPhone = (phone: string): string => maskMiddle(phone, 3, 4)

/** `李*`, `欧**`: the first character and one star for each further one. */
export const maskName = (name: string): string => {
  const [first = '', ...rest] = Array.from(name)
  return first + '*'.repeat(rest.length)
}

/** `2021****0118` */
export const maskMemberNumber = (number: string): string => maskMiddle(number, 4, 4)

const ORG_ENDINGS = /(总支部委员会|支部委员会|工作委员会|委员会|毕业班团支部|团支部|团总支|团工委|团委)$/

/** `广州***团支部`: enough to recognise one's own, too little to find somebody else's. The stars do not tell the length. */
export const maskOrgName = (name: string): string => {
  const ending = ORG_ENDINGS.exec(name)?.[0] ?? ''
  const own = Array.from(name.slice(0, name.length - ending.length))
  return `${own.slice(0, Math.min(2, own.length - 1)).join('')}***${ending}`
}

/** `l***@example.com` */
export const maskEmail = (email: string): string => {
  const at = email.lastIndexOf('@')
  return at < 1 ? maskMiddle(email, 0, 0) : `${Array.from(email)[0]}***${email.slice(at)}`
}

/** QQ, WeChat and other account names keep two characters on each side. */
export const maskHandle = (handle: string): string => maskMiddle(handle, 2, 2)
