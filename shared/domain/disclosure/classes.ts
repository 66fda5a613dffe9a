/** The classes of information and of recipients that a disclosure policy speaks about (M-28, M-29). */
export const infoClasses = [
  'private-user',
  'intruder',
  'private-site',
  'vulnerability',
  'embarrassing',
  'statistical',
  'contact',
] as const
export type InfoClass = (typeof infoClasses)[number]

export const recipientClasses = [
  'management',
  'users',
  'community',
  'public',
  'security-community',
  'press',
  'csirt',
  'vendor',
  'police',
] as const
export type RecipientClass = (typeof recipientClasses)[number]

/** allow; condition: a person says that it holds; permission: of the affected party, on file; no. */
export const cellRules = ['allow', 'condition', 'permission', 'no'] as const
export type CellRule = (typeof cellRules)[number]

export const isInfoClass = (value: string): value is InfoClass => infoClasses.some((one) => one === value)

/** As a case field keeps them: in the order of the list, each once, commas between; unknown words are left out. */
export const classesText = (classes: readonly string[]): string =>
  infoClasses.filter((one) => classes.includes(one)).join(',')

export const classesIn = (text: string | null): readonly InfoClass[] =>
  (text ?? '')
    .split(',')
    .map((word) => word.trim())
    .filter(isInfoClass)
