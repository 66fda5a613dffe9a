/** The disclosure gate as the ways out ask it: everything that leaves is judged here, and a pass is what the release point takes. */
import { infoClasses, recipientClasses, type InfoClass } from '../../../shared/domain/disclosure/classes.ts'
import { reason } from '../../../shared/domain/disclosure/marking-rules.ts'
import type { DisclosureRequest, JudgedRecipient } from '../../../shared/domain/disclosure/request.ts'
import { supposedVerified } from '../../../shared/domain/disclosure/supposed.ts'
import { isLiftable, verdictOf, type Verdict, type VerdictReason } from '../../../shared/domain/disclosure/verdict.ts'
import { wholeRule } from '../../../shared/domain/disclosure/whole-rule.ts'
import type { KeyState } from '../../../shared/domain/key/key.ts'
import type { Tlp } from '../../../shared/domain/marking/tlp.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { say, saying, type Saying } from '../../../shared/words/say.ts'
import { findCase } from '../cases/case-book.ts'
import { givePass, type Pass } from '../release/pass.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { disclosureOf } from './disclosure-policy.ts'
import { judgedRecipients } from './judged-recipients.ts'
import { identityIn } from './redaction.ts'

export interface GateAsk {
  /** Number of the case; null where it is about none. */
  readonly number: string | null
  /** Ids of cards (or whole fingerprints), or a class of recipients where there is no one card. */
  readonly to: readonly string[]
  /** null: those that the case names; a verdict on none says that no class was judged. */
  readonly classes: readonly InfoClass[] | null
  /** `file`: written to a place that a person named; how it travels from there is theirs. */
  readonly channel: 'email-pgp' | 'email-plain' | 'phone' | 'form' | 'file'
  readonly tlp: Tlp
  /** What would leave, as text, after redaction: looked through for stricter labels and what must not be in it. */
  readonly text: string
  /** All identity was removed by redaction. */
  readonly disguised: boolean
  /** Of statistics: the named person who approves their release (M-43). */
  readonly approver?: string
  /** What the way out itself found, a file that still holds what was hidden. */
  readonly found?: readonly VerdictReason[]
}

export interface Consent {
  readonly conditionsAccepted: boolean
  readonly override: { readonly reason: string; readonly code: string } | null
}

/** Facts that a check supposes instead of looking them up. */
export interface Supposed {
  readonly permission?: boolean
  readonly verified?: boolean
  /** As it would be judged with this consent: its reason is one for a looser marking. */
  readonly override?: Consent['override']
}

/** Throws nothing; an unknown card is a stop. */
export const judge = (session: Session, ask: GateAsk, supposed: Supposed = {}): Verdict =>
  judged(session, ask, supposed).verdict

/**
 * Why it may not go, or the pass that the release point takes, which is also the verdict that it goes under. An override lifts every stop
 * that is not final, and is a reason for a looser marking.
 */
export function passGate(
  session: Session,
  ask: GateAsk,
  { conditionsAccepted, override }: Consent,
): Result<Pass, Saying> {
  const { code } = profileOf(session).analyst
  if (override !== null && override.reason.trim() === '') return fail(saying('reason-needed'))
  if (override !== null && override.code.trim().toUpperCase() !== code.toUpperCase())
    return fail(saying('gate.code-wrong', { code }))
  const because = override?.reason.trim() ?? null
  const { verdict, request } = judged(session, ask, { override })
  const lifted = because !== null && isLiftable(verdict)
  const refusal = lifted ? null : refusalOf(verdict, conditionsAccepted)
  if (refusal !== null) return fail(refusal)
  const { recipients, classes, disguised } = request
  return ok(givePass(verdict, { to: recipients.map(({ name }) => name), classes, disguised, override: because }))
}

/** Judges case after case; at the end the pass for all of them. */
export interface ColleagueJudge {
  /** @returns `capsule-case-stopped`, or null. */
  readonly refusal: (state: CaseState) => Saying | null
  readonly pass: () => Pass
}

/**
 * Cases that go to another analyst of our own team, sealed to a key that a person here has verified: judged as anything else, with the
 * conditions accepted, because that is what handing over a case means. What is stopped for our own people stays here.
 */
export function colleagueJudge(
  session: Session,
  { name, fingerprint, keyState }: { readonly name: string; readonly fingerprint: string; readonly keyState: KeyState },
): ColleagueJudge {
  const recipient: JudgedRecipient = {
    id: fingerprint,
    name,
    kind: 'person',
    address: null,
    addressDoNotUseFor: [],
    offers: [],
    fingerprint,
    keyState,
    trust: 'verified',
    expires: null,
    channelRules: [],
    ownOrganisation: true,
    classes: ['management'],
    bonaFide: 'own',
    concerned: false,
  }
  const { value: policy } = disclosureOf(session).inForce()
  const allowed = reason('allow', saying('gate.own', { name }), 'RFC 2350 4.3', fingerprint)
  /** Each once, however many cases it holds for. */
  const reasons = new Map<string, VerdictReason>()
  const classes = new Set<InfoClass>()
  return {
    refusal: (state) => {
      const { verdict, reasons: found } = wholeRule(colleagueRequest(state, recipient), policy, nowOf(session))
      const [first] = found
      if (verdict === 'stop' && first !== undefined)
        return saying('capsule-case-stopped', { number: state.number, reason: say('en', first.said) })
      for (const one of found.filter(({ level }) => level !== 'allow')) reasons.set(JSON.stringify(one), one)
      for (const one of state.classes) classes.add(one)
      return null
    },
    pass: () =>
      givePass(verdictOf([...reasons.values(), allowed]), {
        to: [name],
        classes: infoClasses.filter((one) => classes.has(one)),
        disguised: false,
        override: null,
      }),
  }
}

const colleagueRequest = (state: CaseState, recipient: JudgedRecipient): DisclosureRequest => ({
  marking: state.tlp,
  caseMarking: state.tlp,
  loosenedBecause: null,
  recipients: [recipient],
  channel: 'file',
  purpose: 'incident',
  sensitivity: null,
  text: '',
  classes: state.classes,
  disguised: false,
  permissions: state.permissions,
  vendorTold: isVendorTold(state),
  embargo: state.embargo,
  approver: null,
  identifying: [],
  places: [],
})

/** Why a verdict does not let it out, or null. */
export function refusalOf(judgement: Verdict, conditionsAccepted: boolean): Saying | null {
  const { verdict, reasons } = judgement
  if (verdict === 'allow' || (verdict === 'condition' && conditionsAccepted)) return null
  const first = reasons.find(({ level, final }) => level === verdict && (final === true || isLiftable(judgement)))
  const because = first === undefined ? '' : say('en', first.said)
  return verdict === 'stop'
    ? saying('release-stopped', { reason: because })
    : saying('release-condition', { reason: because })
}

function judged(
  session: Session,
  ask: GateAsk,
  supposing: Supposed,
): { readonly verdict: Verdict; readonly request: DisclosureRequest } {
  const now = nowOf(session)
  const found = ask.number === null ? null : findCase(session, ask.number)
  const state = found?.ok === true ? found.value.state : null
  const { known, unknown } = judgedRecipients(session, ask.to, state, ask.channel === 'file')
  const recipients = supposing.verified === true ? known.map(supposedVerified) : known
  const request = { ...requestFor(session, ask, state, supposing), recipients }
  const { value: policy } = disclosureOf(session).inForce()
  const nobody = unknown.map((id): VerdictReason => ({
    ...reason('stop', saying('gate.card-unknown', { id }), 'Signet', id),
    final: true,
  }))
  const noCase = found?.ok === false ? [{ ...reason('stop', found.problem, 'Signet'), final: true as const }] : []
  const { reasons } = wholeRule(request, policy, now)
  return { verdict: verdictOf([...noCase, ...nobody, ...(ask.found ?? []), ...reasons]), request }
}

function requestFor(
  session: Session,
  { number, to, classes, channel, tlp, text, disguised, approver }: GateAsk,
  state: CaseState | null,
  { override, permission }: Supposed,
): Omit<DisclosureRequest, 'recipients'> {
  const cards = to.filter((one) => typeof one === 'string')
  const identity = identityIn(session, { number, text, to: cards })
  const supposedPermission = { party: '?', classes: [...infoClasses], to: [...recipientClasses], until: null }
  return {
    marking: tlp,
    caseMarking: state?.tlp ?? null,
    loosenedBecause: override?.reason ?? null,
    channel,
    purpose: number === null ? 'general' : 'incident',
    sensitivity: null,
    text,
    classes: classes === null || classes.length === 0 ? (state?.classes ?? []) : classes,
    disguised,
    permissions: permission === true ? [supposedPermission] : (state?.permissions ?? []),
    vendorTold: state === null ? null : isVendorTold(state),
    embargo: state?.embargo ?? null,
    approver: approver ?? null,
    identifying: identity.items,
    places: identity.places,
  }
}

const isVendorTold = ({ parties }: CaseState): boolean =>
  parties.some(({ role, asked }) => role === 'vendor' && asked.length > 0)
