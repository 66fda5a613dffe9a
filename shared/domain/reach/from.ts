/** The place of a value in the document, as every reason about it carries it. */

/** Line 0 or none: the card has it from a file without lines, or from a person. */
export const from = (line: number | null): { readonly from: 'line' | 'none'; readonly line: number } =>
  line === null || line <= 0 ? { from: 'none', line: 0 } : { from: 'line', line }
