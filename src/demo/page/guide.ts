import type { Guide } from '../province/build'

export type { Guide }

/** What the start has put beside the page about the people and codes of this machine's data. */
export async function readGuide(): Promise<Guide> {
  const answer = await fetch('guide.json')
  if (!answer.ok) throw new Error('the guide is missing')
  return (await answer.json()) as Guide // written by the same program
}
