/** One entry of Tabs or Chips: the count stands after the word. */
export type OptionEntry<T extends string> = { key: T; label: string; count?: number | undefined }

export type OptionBarProps<T extends string> = {
  /** `<id>-<key>` is the id of each entry. */
  id: string
  /** What is chosen here, for screen readers. */
  label: string
  entries: readonly OptionEntry<T>[]
  active: T
  onChange: (key: T) => void
}

export const wordsOf = ({ label, count }: OptionEntry<string>) => (count === undefined ? label : `${label} ${count}`)
