/** What the spans of the law are counted in. */
export const legalUnits = ['hours', 'days', 'months'] as const
export type LegalUnit = (typeof legalUnits)[number]
