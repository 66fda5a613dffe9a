/** The kinds of messages that teams write to each other (product.md 7); the words of each stand in shared/words. */
export const templateNames = [
  'notification',
  'request',
  'takedown',
  'advisory',
  'vendor',
  'police',
  'complete',
  'dead-key',
  'acknowledgement',
] as const
export type TemplateName = (typeof templateNames)[number]

/** Languages that messages are written in, whatever language the desk speaks. */
export const messageLanguages = ['en', 'es'] as const
export type MessageLanguage = (typeof messageLanguages)[number]
