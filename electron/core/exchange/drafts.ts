/** Drafts: written, judged as they stand, released through the one way out; the exchange becomes part of its case. */
import type { Act } from '../../../shared/domain/case/act.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { ReleaseRequest } from '../../../shared/domain/disclosure/recipient-facts.ts'
import { firstRule } from '../../../shared/domain/disclosure/first-rule.ts'
import { tlpLabel, type Tlp } from '../../../shared/domain/marking/tlp.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { DraftView, Released } from '../../../shared/ipc/views.ts'
import { saying, word, type Saying } from '../../../shared/words/say.ts'
import { cardWithAddress } from '../cards/shelf.ts'
import { addActsIn, findCase } from '../cases/case-book.ts'
import { shown } from '../cases/case-handlers.ts'
import { keysOf, type KeyRecord } from '../keyring/key-records.ts'
import type { OutgoingFile } from '../mime/build.ts'
import { sealMessage } from '../pgp/seal-message.ts'
import type { Cleared } from '../release/cleared.ts'
import { refusalOf, release } from '../release/release.ts'
import { copyCleared, writeCleared } from '../release/writers.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { recordBlob, writeBlob } from '../store/blobs.ts'
import { sha256 } from '../store/canonical.ts'
import { chunksOf } from '../store/sealed-chunks.ts'
import { draftsOf, exchangesOf, type DraftRecord, type ExchangeRecord } from './exchange-records.ts'
import { recipientsOf, type KnownRecipient } from './recipients.ts'

export interface NewDraft {
  readonly case: string | null
  readonly to: readonly string[]
  readonly inReplyTo: string | null
}

/** An answer goes to whom the message came from, under the case's own marking. */
export function newDraft(session: Session, wish: NewDraft): Result<DraftView, Saying> {
  const found = wish.case === null ? null : findCase(session, wish.case)
  if (found !== null && !found.ok) return found
  const state = found?.value.state ?? null
  const answered = wish.inReplyTo ?? state?.exchanges.findLast(({ direction }) => direction === 'in')?.exchange ?? null
  const partner = answered === null ? null : (exchangesOf(session.store).get(answered)?.partner ?? null)
  const draft: DraftRecord = {
    id: session.ports.newId(),
    case: state?.number ?? null,
    to: wish.to.length > 0 ? [...wish.to] : cardsWithAddress(session, partner),
    subject: state?.title ?? '',
    text: '',
    tlp: state?.tlp ?? 'AMBER',
    attachOwnKey: true,
    inReplyTo: answered,
    savedAt: nowOf(session),
  }
  return saveDraft(session, draft)
}

function cardsWithAddress(session: Session, address: string | null): string[] {
  if (address === null) return []
  const found = cardWithAddress(session.shelf, address)
  return found === null ? [] : [found.id]
}

export function findDraft(session: Session, id: string): Result<DraftRecord, Saying> {
  const draft = draftsOf(session.store).get(id)
  return draft === null ? fail(saying('draft-not-found')) : ok(draft)
}

export function saveDraft(session: Session, draft: DraftRecord): Result<DraftView, Saying> {
  const saved = { ...draft, savedAt: nowOf(session) }
  const done = session.store.commit((tx) => {
    draftsOf(session.store).put(tx, saved.id, saved)
    return ok(null)
  })
  return done.ok ? ok(draftView(session, saved)) : done
}

export function draftView(session: Session, draft: DraftRecord): DraftView {
  const recipients = recipientsOf(session, draft.to)
  const now = nowOf(session)
  return {
    draft,
    recipients: recipients.map(({ shown: recipient }) => recipient),
    verdict: firstRule(requestOf(session, draft, recipients), now),
    outerSubject: outerSubject(session, draft),
  }
}

/** `loosenedBecause`: the recorded reason of an override. */
export function requestOf(
  session: Session,
  draft: DraftRecord,
  recipients: readonly KnownRecipient[],
  loosenedBecause: string | null = null,
): ReleaseRequest {
  const found = draft.case === null ? null : findCase(session, draft.case)
  return {
    marking: draft.tlp,
    caseMarking: found?.ok === true ? found.value.state.tlp : null,
    loosenedBecause,
    recipients: recipients.map(({ facts }) => facts),
    channel: 'email-pgp',
    purpose: draft.case === null ? 'general' : 'incident',
    sensitivity: null,
    text: draft.text,
  }
}

/** Any mail server reads it: number and marking, "urgent" where the case is, no word of the case (RFC 9788: the real one is inside). */
function outerSubject(session: Session, { case: number, tlp }: DraftRecord): string {
  const found = number === null ? null : findCase(session, number)
  const urgent = found?.ok === true && found.value.state.urgent ? ' urgent' : ''
  return `${number === null ? '' : `[${number}] `}${tlpLabel(tlp)}${urgent}`
}

export interface Releasing {
  readonly id: string
  readonly form: 'eml' | 'asc' | 'clipboard'
  readonly grant: string | null
  readonly conditionsAccepted: boolean
}

type Form = Releasing['form'] | 'pgp'

export interface ReleasingNow extends Omit<Releasing, 'id' | 'form'> {
  readonly form: Form
  readonly files: readonly OutgoingFile[]
  /** Why conditions are accepted and a looser marking is right; journalled with the release. */
  readonly override: string | null
}

export async function releaseDraft(
  session: Session,
  { id, form, ...wish }: Releasing,
): Promise<Result<Released, Saying>> {
  const found = findDraft(session, id)
  if (!found.ok) return found
  const done = await releaseNow(session, found.value, { ...wish, form, files: [], override: null })
  return done.ok ? ok({ ...done.value, form }) : done
}

/** Judged first, sealed, judged again at the door with what was sealed, written, and only then journalled as released. */
export async function releaseNow(
  session: Session,
  draft: DraftRecord,
  wish: ReleasingNow,
): Promise<Result<Omit<Released, 'form'>, Saying>> {
  const recipients = recipientsOf(session, draft.to)
  const signer = signingKey(session)
  const refusal = refuse(session, draft, recipients, wish)
  if (refusal !== null) return fail(refusal)
  if (signer === null) return fail(saying('release-team-key'))
  const sealed = await sealDraft(session, draft, { recipients, signer, form: wish.form, files: wish.files })
  if (!sealed.ok) return sealed
  const consent = { conditionsAccepted: wish.conditionsAccepted, now: nowOf(session) }
  const cleared = release.message(requestOf(session, draft, recipients, wish.override), consent, sealed.value.bytes)
  if (!cleared.ok) return cleared
  const written = write(session, wish, cleared.value, sealed.value.bytes)
  const { form, override } = wish
  return written.ok
    ? record(session, draft, { ...written.value, form, override, recipients, bytes: sealed.value.bytes })
    : written
}

/** Everything that is known before a file is written is refused before it. */
function refuse(
  session: Session,
  draft: DraftRecord,
  recipients: readonly KnownRecipient[],
  { conditionsAccepted, override, files }: ReleasingNow,
): Saying | null {
  if (recipients.length === 0) return saying('draft-no-recipient')
  if (draft.text.trim() === '' && files.length === 0) return saying('draft-empty')
  const found = draft.case === null ? null : findCase(session, draft.case)
  if (found?.ok === false) return found.problem
  if (found?.value.state.phase === 'closed') return saying('case-closed')
  return refusalOf(firstRule(requestOf(session, draft, recipients, override), nowOf(session)), conditionsAccepted)
}

function signingKey(session: Session): KeyRecord | null {
  const { teamKey } = profileOf(session)
  const key = teamKey === null ? null : keysOf(session.store).get(teamKey)
  return key === null || key.secretKey === null ? null : key
}

interface Sealing {
  readonly recipients: readonly KnownRecipient[]
  readonly signer: KeyRecord
  readonly form: Form
  readonly files: readonly OutgoingFile[]
}

/** The marking stands on the first and the last line; our own key is a recipient too, so that we can read what we sent. */
function sealDraft(
  session: Session,
  draft: DraftRecord,
  { recipients, signer, form, files }: Sealing,
): ReturnType<typeof sealMessage> {
  const answered = draft.inReplyTo === null ? null : exchangesOf(session.store).get(draft.inReplyTo)
  const label = tlpLabel(draft.tlp satisfies Tlp)
  const number = draft.case === null ? '' : `[${draft.case}] `
  return sealMessage({
    recipients: [...recipients.flatMap(({ publicKey }) => (publicKey === null ? [] : [publicKey])), signer.publicKey],
    signWith: { armored: signer.secretKey ?? '', passphrase: signer.passphrase },
    // A file alone is sealed under its own name and without a text around it.
    text: draft.text.trim() === '' ? '' : `${label}\n\n${draft.text.trim()}\n\n${label}\n`,
    subject: `${number}${draft.subject}`.trim(),
    outerSubject: outerSubject(session, draft),
    from: mailboxOf(signer),
    to: recipients.flatMap(({ facts: { name, address } }) => (address === null ? [] : [{ name, address }])),
    attachments: files,
    attachOwnKey: draft.attachOwnKey && form === 'eml',
    form: form === 'clipboard' ? 'asc' : form,
    now: nowOf(session),
    messageId: `${draft.id}@signet.invalid`,
    inReplyTo: answered?.messageId ?? '',
    boundary: Buffer.from(session.ports.random(16)).toString('hex'),
  })
}

/** The name and address of the key itself, so that the signature matches the sender. */
function mailboxOf({ inspected }: KeyRecord): { name: string; address: string } {
  const userId = inspected.userIds[0] ?? ''
  const address = /<([^<>]{1,320})>\s*$/.exec(userId)?.[1] ?? userId
  return { name: userId.replace(/\s*<[^<>]*>\s*$/, ''), address }
}

function write(
  session: Session,
  { form, grant }: Pick<ReleasingNow, 'form' | 'grant'>,
  cleared: Cleared<Uint8Array>,
  bytes: Uint8Array,
): Result<{ file: string | null; sha256: string }, Saying> {
  if (form === 'clipboard') {
    const text = release.armoured(cleared)
    copyCleared(session.ports, text)
    return ok({ file: null, sha256: sha256(bytes) })
  }
  if (grant === null) return fail(saying('release-no-target'))
  const target = session.ports.redeem(grant, 'write')
  return target === null ? fail(saying('grant-unknown')) : writeCleared(target, cleared)
}

interface Gone {
  readonly file: string | null
  readonly sha256: string
  readonly form: Form
  readonly override: string | null
  readonly recipients: readonly KnownRecipient[]
  readonly bytes: Uint8Array
}

function record(session: Session, draft: DraftRecord, gone: Gone): Result<Omit<Released, 'form'>, Saying> {
  const blob = writeBlob(session.store.dir, session.ports.newId(), session.ports.random(32), chunksOf(gone.bytes))
  const partner = gone.recipients.map(({ facts }) => facts.name).join(', ')
  const done = session.store.commit((tx): Result<{ exchange: string; state: CaseState | null }, Saying> => {
    const { id, size } = recordBlob(tx, blob)
    const exchange: ExchangeRecord = {
      id: session.ports.newId(),
      direction: 'out',
      state: 'released',
      at: tx.at,
      partner,
      subject: draft.subject,
      messageId: `${draft.id}@signet.invalid`,
      cases: draft.case === null ? [] : [draft.case],
      blob: id,
      fileName: gone.file ?? 'clipboard',
      sha256: gone.sha256,
      size,
      message: null,
      report: null,
      problem: null,
      released: {
        form: gone.form,
        sha256: gone.sha256,
        to: gone.recipients.flatMap(({ facts }) => facts.fingerprint ?? []),
        text: draft.text,
        tlp: draft.tlp,
      },
      setAsideReason: null,
    }
    exchangesOf(session.store).put(tx, exchange.id, exchange)
    draftsOf(session.store).drop(tx, draft.id)
    if (draft.case === null) return ok({ exchange: exchange.id, state: null })
    const added = addActsIn(tx, session, draft.case, [outAct(exchange), ...overrideActs(gone)])
    return added.ok ? ok({ exchange: exchange.id, state: added.value }) : added
  })
  if (!done.ok) return done
  session.news('exchange.changed', null)
  if (done.value.state !== null) shown(session, ok(done.value.state))
  return ok({ exchange: done.value.exchange, file: gone.file, sha256: gone.sha256 })
}

/** What a person overrode stands in the case as their own words. */
const overrideActs = ({ override }: Gone): readonly Act[] =>
  override === null ? [] : [{ kind: 'note.added', text: word('en', 'release.override', { reason: override }) }]

const outAct = ({ id, partner, subject, sha256: hash }: ExchangeRecord): Act => ({
  kind: 'exchange.added',
  exchange: id,
  direction: 'out',
  channel: 'email',
  partner: partner.slice(0, 300),
  subject: subject.slice(0, 900),
  sha256: hash,
})
