import { lengthOf } from '#domain/text'

export type Bounds = { readonly min: number; readonly max: number }
export type Template = { readonly key: string; readonly chip: string; readonly text: string }

/** A tap on a quick reason writes its sentence; a second tap takes it away again. */
export const withTemplate = (text: string, { text: sentence }: Template): string => {
  if (text.includes(sentence)) return text.replace(sentence, '').trim()
  const before = text.trim()
  return before && !/[。！？；]$/.test(before) ? `${before}。${sentence}` : before + sentence
}

/** Why the button is off, or nothing. */
export const lacks = (text: string, { min, max }: Bounds): string | undefined => {
  const length = lengthOf(text.trim())
  if (length < min) return length ? `再写 ${min - length} 个字` : `请写 ${min} 到 ${max} 个字`
  return length > max ? `多了 ${length - max} 个字` : undefined
}
