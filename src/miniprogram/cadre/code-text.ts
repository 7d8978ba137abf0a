/** `abcd efgh …`: a code that can be read aloud and typed. */
export const inGroups = (code: string): string => code.replace(/(.{4})(?=.)/g, '$1 ')

/** Where a browser opens the code. */
export const linkTo = (code: string): string =>
  `${location.origin}${location.pathname}#/pages/branch/index?code=${code}`
