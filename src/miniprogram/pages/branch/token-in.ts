/** The 22 characters of a check-in code inside whatever was typed, pasted or scanned: an address, a sentence, the code itself. */
export function tokenIn(text: string): string | undefined {
  const named = /(?:code|scene)(?:=|%3D)([\w-]{22})(?![\w-])/i.exec(text)?.[1]
  return named ?? text.split(/[^\w-]+/).find((part) => part.length === 22)
}
