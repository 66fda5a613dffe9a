/** A draft on its way out: judged, sealed, judged again at the door with what was sealed, written, and only then journalled. */
import { isLiftable } from '../../../shared/domain/disclosure/verdict.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { SigningRole } from '../../../shared/ipc/key-views.ts'
import type { Released } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { findCase } from '../cases/case-book.ts'
import { signerFor } from '../keyring/signing-roles.ts'
import { mebibyte } from '../files/input.ts'
import { judge, passGate, refusalOf, type Consent } from '../disclosure/gate.ts'
import type { OutgoingFile } from '../mime/build.ts'
import type { Cleared } from '../release/cleared.ts'
import { release } from '../release/release.ts'
import { copyCleared, writeCleared } from '../release/writers.ts'
import type { Session } from '../session.ts'
import { writeBlob } from '../store/blobs.ts'
import { sha256 } from '../store/canonical.ts'
import { chunksOf } from '../store/sealed-chunks.ts'
import { bytesOfFiles } from './draft-files.ts'
import type { DraftRecord } from './draft-records.ts'
import { contentOf, sealDraft, type Parties } from './draft-seal.ts'
import { draftOut } from './draft-out.ts'
import { recipientsOfDraft } from './draft-view.ts'
import { isLargeAlone, largeOf, mostInMail, releaseLarge, type LargeFile } from './large-release.ts'
import { recordReleased } from './record-released.ts'
import { targetOf, type Place } from './release-door.ts'
import type { KnownRecipient } from './recipients.ts'

export interface Releasing extends Consent {
  readonly form: Released['form']
  readonly grant: string | null
}

export interface ReleasingNow extends Releasing, Consent, Place {
  /** Beside those that the draft holds. */
  readonly files: readonly OutgoingFile[]
  /** One file that is too large for memory, instead of `files`. */
  readonly large?: LargeFile
  /** Announcements have a key of their own; missing: the team's. */
  readonly signAs?: SigningRole
}

export async function releaseDraft(
  session: Session,
  draft: DraftRecord,
  releasing: Releasing,
): Promise<Result<Released, Saying>> {
  return releaseNow(session, draft, { ...releasing, files: [] })
}

const waiting = new WeakMap<Session, Promise<unknown>>()

/** One after the other: the number in a text is the next one only until another message takes it. */
export function releaseNow(
  session: Session,
  draft: DraftRecord,
  wish: ReleasingNow,
): Promise<Result<Released, Saying>> {
  const turn = (waiting.get(session) ?? Promise.resolve()).then(() => releaseInTurn(session, draft, wish))
  waiting.set(
    session,
    turn.catch(() => undefined),
  )
  return turn
}

async function releaseInTurn(
  session: Session,
  draft: DraftRecord,
  wish: ReleasingNow,
): Promise<Result<Released, Saying>> {
  const recipients = recipientsOfDraft(session, draft)
  const refusal = refuse(session, draft, recipients, wish)
  if (refusal !== null) return fail(refusal)
  const signer = signerFor(session, wish.signAs ?? 'team')
  if (!signer.ok) return signer
  const parties = { recipients, signer: signer.value }
  const large = largeOf(session, draft, wish)
  if (large === null) return releaseBytes(session, draft, wish, parties)
  return large.ok ? releaseLarge(session, draft, { ...wish, ...parties, large: large.value }) : large
}

async function releaseBytes(
  session: Session,
  draft: DraftRecord,
  wish: ReleasingNow,
  parties: Parties,
): Promise<Result<Released, Saying>> {
  const kept = bytesOfFiles(session, draft.files)
  if (!kept.ok) return kept
  const out = draftOut(session, draft, parties.recipients, wish.files)
  const content = contentOf(draft, out, [...kept.value, ...wish.files], wish.form)
  const sealed = await sealDraft(session, draft, { ...parties, ...content, form: wish.form })
  if (!sealed.ok) return sealed
  const { bytes, messageId } = sealed.value
  // Judged on what was sealed: time has passed meanwhile, and a key may have ended.
  const passed = passGate(session, out.ask, wish)
  if (!passed.ok) return passed
  const written = write(session, wish, release.message(passed.value, bytes), bytes)
  if (!written.ok) return written
  const { store, ports } = session
  const blob = writeBlob(store.dir, ports.newId(), ports.random(32), chunksOf(bytes))
  return recordReleased(session, draft, {
    ...wish,
    ...parties,
    ...content,
    ...written.value,
    messageId,
    blob,
    pass: passed.value,
    names: out.names,
  })
}

/** Everything that is known before a file is written is refused before it. */
function refuse(
  session: Session,
  draft: DraftRecord,
  recipients: readonly KnownRecipient[],
  wish: ReleasingNow,
): Saying | null {
  const { files, large } = wish
  const all = [...draft.files, ...files.map(({ bytes }) => ({ size: bytes.length })), ...(large ? [large] : [])]
  if (recipients.length === 0) return saying('draft-no-recipient')
  if (draft.text.trim() === '' && all.length === 0) return saying('draft-empty')
  const size = all.reduce((sum, file) => sum + file.size, 0)
  if (size > mostInMail && !isLargeAlone(draft, wish)) return tooLarge(size)
  const found = draft.case === null ? null : findCase(session, draft.case)
  if (found?.ok === false) return found.problem
  if (found?.value.state.phase === 'closed') return saying('case-closed')
  return gateRefusal(session, draft, recipients, wish)
}

/** An override is looked at where it counts, at the door; without one there is nothing to seal. */
function gateRefusal(
  session: Session,
  draft: DraftRecord,
  recipients: readonly KnownRecipient[],
  { override, conditionsAccepted, files }: ReleasingNow,
): Saying | null {
  const verdict = judge(session, draftOut(session, draft, recipients, files).ask, { override })
  return override === null || !isLiftable(verdict) ? refusalOf(verdict, conditionsAccepted) : null
}

const tooLarge = (size: number): Saying =>
  saying('draft-too-large-for-mail', { size: (size / mebibyte).toFixed(1), limit: mostInMail / mebibyte })

function write(
  session: Session,
  wish: ReleasingNow,
  cleared: Cleared<Uint8Array>,
  bytes: Uint8Array,
): Result<{ file: string | null; sha256: string }, Saying> {
  if (wish.form === 'clipboard') {
    copyCleared(session.ports, release.armoured(cleared))
    return ok({ file: null, sha256: sha256(bytes) })
  }
  const target = targetOf(session, wish)
  return target.ok ? writeCleared(target.value, cleared) : target
}
