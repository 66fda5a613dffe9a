/** All that the gate knows when it judges: what wants out, what it holds, who gets it, and what the case has on file. */
import type { InfoClass, RecipientClass } from './classes.ts'
import type { RecipientFacts, ReleaseRequest } from './recipient-facts.ts'

/**
 * How we know that they are who they say: a key or a check in the ledger that holds today; `own`: our own organisation (M-38);
 * `unnamed`: a file for a kind of reader, of whom nobody is known yet.
 */
export type BonaFide = 'own' | 'checked' | 'lapsed' | 'unchecked' | 'unnamed'

export interface JudgedRecipient extends RecipientFacts {
  /** The strictest of them counts. */
  readonly classes: readonly RecipientClass[]
  readonly bonaFide: BonaFide
  /** An affected party of the case itself: what happened to them is theirs to know (M-41). */
  readonly concerned: boolean
}

export interface OnFile {
  readonly party: string
  readonly classes: readonly InfoClass[]
  /** Classes of recipients, or ids of cards. */
  readonly to: readonly string[]
  /** UTC ISO; null: until it is withdrawn. */
  readonly until: string | null
}

export interface DisclosureRequest extends ReleaseRequest {
  readonly recipients: readonly JudgedRecipient[]
  readonly classes: readonly InfoClass[]
  /** Nobody can be told from it any more (M-31). */
  readonly disguised: boolean
  readonly permissions: readonly OnFile[]
  /** A vendor is a party of the case and was asked or told; null without a case. */
  readonly vendorTold: boolean | null
  /** UTC ISO. */
  readonly embargo: string | null
  /** Who approves the release of figures; null where nobody was asked for one, '' where nobody was named. */
  readonly approver: string | null
  /** What redaction would hide, as its preview names it. */
  readonly identifying: readonly string[]
  /** Addresses, hosts and links in the text that are somebody's place: with a vulnerability they say where it is. */
  readonly places: readonly string[]
}

/** "Restricted information" is used in the team's text and defined nowhere; it is read as these. */
const restricted: readonly InfoClass[] = ['private-user', 'intruder', 'private-site', 'embarrassing']

export const isRestricted = (one: InfoClass): boolean => restricted.includes(one)

/** One that is in force, or null. `now` is UTC ISO. */
export const permissionFor = (
  { permissions }: Pick<DisclosureRequest, 'permissions'>,
  info: InfoClass,
  to: { readonly id: string; readonly class: RecipientClass },
  now: string,
): OnFile | null =>
  permissions.find(
    (one) =>
      one.classes.includes(info) &&
      (one.to.includes(to.class) || one.to.includes(to.id)) &&
      (one.until === null || one.until > now),
  ) ?? null
