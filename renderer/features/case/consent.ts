/** What a person has said to the gate's verdict, and whether that is enough; an override is asked for by itself. */
import type { Verdict } from '../../../shared/domain/disclosure/verdict.ts'
import type { Override } from '../../ui/gate-override.tsx'

export interface Consent {
  readonly accepted: boolean
  /** Items that are replaced in what leaves. */
  readonly hide: readonly string[]
}

export const noConsent: Consent = { accepted: false, hide: [] }

export const mayGo = (verdict: Verdict | null, { accepted }: Consent): boolean =>
  verdict !== null && (verdict.verdict === 'allow' || (verdict.verdict === 'condition' && accepted))

/** As the calls take it. */
export const consentGiven = ({ accepted }: Consent, override: Override | null) => ({
  conditionsAccepted: accepted,
  override,
})
