/** Makes one finding of the card reader; `saying` checks that its parameters fill the sentence. */
import type { Params } from '../../words/slots.ts'
import type { CardFinding, CardFindingCode, Severity } from './card-reading.ts'

export const finding = (
  severity: Severity,
  line: number | null,
  { code, params }: { readonly code: CardFindingCode; readonly params: Params },
): CardFinding => ({ code, severity, line, params })
