/** Releases an announcement: numbered and frozen first, then a message for each mail recipient, one after the other, in a folder. */
import { anyOf } from '../../../shared/domain/disclosure/supposed.ts'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Act } from '../../../shared/domain/case/act.ts'
import { bulletinText, bulletinTitle } from '../../../shared/domain/exchange/bulletin-text.ts'
import { tlpLabel } from '../../../shared/domain/marking/tlp.ts'
import type { BulletinView, Delivery } from '../../../shared/ipc/exchange-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, word, type Saying } from '../../../shared/words/say.ts'
import { addActsIn, findCase } from '../cases/case-book.ts'
import { passGate, type GateAsk } from '../disclosure/gate.ts'
import { releaseNow } from '../exchange/draft-release.ts'
import { signerFor } from '../keyring/signing-roles.ts'
import { safeFileName } from '../mime/file-name.ts'
import { signTextApart } from '../pgp/seal-message.ts'
import type { Step } from '../jobs.ts'
import type { GrantedFile } from '../ports.ts'
import { release } from '../release/release.ts'
import { copyCleared } from '../release/writers.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { bulletinsOf, type BulletinRecord } from './bulletin-records.ts'
import { bulletinView, deliveriesOf, findBulletin, findUnreleased } from './bulletins.ts'

const isMail = ({ channel }: Pick<Delivery, 'channel'>): boolean =>
  channel === 'email-pgp' || channel === 'email-signed'

/** How long the call waits for the messages; what takes longer goes on as a job that can be watched and stopped. */
const patienceMs = 400

/**
 * The text is frozen before the first message is written, so that everybody gets the same. One that was stopped half way goes on
 * with those who still wait. @returns `bulletin-…` problems, `release-team-key`, `key-locked`, `grant-unknown`.
 */
export async function releaseBulletin(
  session: Session,
  { id, to: { grant } }: { readonly id: string; readonly to: { readonly grant: string } },
): Promise<Result<BulletinView, Saying>> {
  const found = findBulletin(session, id)
  if (!found.ok) return found
  const refusal = found.value.releasedAt === null ? refusalFor(session, found.value) : null
  if (refusal !== null) return fail(refusal)
  const folder = session.ports.redeem(grant, 'write')
  if (folder === null) return fail(saying('grant-unknown'))
  const ready = found.value.releasedAt === null ? await freeze(session, found.value) : ok(found.value)
  if (!ready.ok) return ready
  const waiting = ready.value.deliveries.filter((one) => isMail(one) && one.state === 'waiting').length
  if (waiting === 0 && found.value.releasedAt !== null) return fail(saying('bulletin-all-written'))
  const { number, title } = ready.value
  const job = { id: session.ports.newId(), kind: 'bulletin', name: `${number} ${title}`, total: waiting } as const
  const { promise: done, resolve: finish } = Promise.withResolvers<void>()
  session.jobs.start(job, () => written(session, id, folder, finish))
  await Promise.race([done, new Promise((resolve) => setTimeout(resolve, patienceMs))])
  const now = findBulletin(session, id)
  return now.ok ? ok(bulletinView(session, now.value)) : now
}

/** Known before the folder is used up: a locked key can be unlocked, and the same release goes on. */
function refusalFor(session: Session, bulletin: BulletinRecord): Saying | null {
  const [stop] = bulletinView(session, bulletin).stops
  const signer = signerFor(session, 'announcements')
  return stop ?? (signer.ok ? null : signer.problem)
}

async function freeze(session: Session, bulletin: BulletinRecord): Promise<Result<BulletinRecord, Saying>> {
  const signer = signerFor(session, 'announcements')
  if (!signer.ok) return signer
  const { secretKey: armored, passphrase } = signer.value
  const signWith = { armored, passphrase }
  const now = nowOf(session)
  const numbered = { ...bulletin, number: nextBulletinNumber(session, now), releasedAt: now }
  const signed = await signTextApart({ text: markedText(numbered), signWith, now })
  if (!signed.ok) return signed
  const record: BulletinRecord = {
    ...numbered,
    signer: signed.value.signer,
    signed: signed.value.text,
    deliveries: deliveriesOf(session, bulletin),
  }
  const done = session.store.commit((tx): Result<BulletinRecord, Saying> => {
    // Asked again: another window may have released it while it was signed.
    const still = findUnreleased(session, bulletin.id)
    if (!still.ok) return still
    bulletinsOf(session.store).put(tx, record.id, record)
    const noted = noteInCase(session, record, (number, acts) => addActsIn(tx, session, number, acts))
    return noted.ok ? ok(record) : noted
  })
  if (done.ok) tell(session, bulletin.case)
  return done
}

/** The marking on the first and the last line; blanks at line ends are not signed by this form. */
function markedText(bulletin: BulletinRecord): string {
  const text = `${tlpLabel(bulletin.tlp)}\n\n${bulletinText(bulletin)}\n${tlpLabel(bulletin.tlp)}\n`
  return text.replaceAll(/[ \t\r]+$/gm, '')
}

/** Only what the marking lets the community read: the clipboard has no recipient that could be judged. */
export function copyBulletin(session: Session, id: string): Result<null, Saying> {
  const found = findBulletin(session, id)
  if (!found.ok) return found
  const { signed, tlp } = found.value
  if (signed === null) return fail(saying('bulletin-not-released'))
  if (tlp !== 'CLEAR' && tlp !== 'GREEN') return fail(saying('release.bulletin-marking', { tlp: tlpLabel(tlp) }))
  const passed = passGate(session, bulletinAsk(session, found.value, signed), {
    conditionsAccepted: false,
    override: null,
  })
  if (!passed.ok) return passed
  copyCleared(session.ports, release.output(passed.value, signed))
  return ok(null)
}

/** Published: to everybody or to those whom we serve. An announcement names nobody; of a vulnerability the vendor is told first. */
function bulletinAsk(session: Session, { tlp, case: number }: BulletinRecord, text: string): GateAsk {
  const found = number === null ? null : findCase(session, number)
  const isVulnerability = found?.ok === true && found.value.state.kind === 'vulnerability'
  return {
    number: isVulnerability ? number : null,
    to: [anyOf(tlp === 'CLEAR' ? 'public' : 'community')],
    classes: isVulnerability ? ['vulnerability'] : null,
    channel: 'file',
    tlp,
    text,
    disguised: true,
  }
}

/** 2026-MK-A003: year and copy tag as in case numbers, A for announcement. */
function nextBulletinNumber(session: Session, at: string): string {
  const start = `${at.slice(0, 4)}-${profileOf(session).tag}-A`
  const given = bulletinsOf(session.store)
    .all()
    .flatMap(({ number }) => (number?.startsWith(start) === true ? [Number(number.slice(start.length))] : []))
  return `${start}${String(Math.max(0, ...given) + 1).padStart(3, '0')}`
}

function noteInCase(
  session: Session,
  { case: number, number: given, deliveries }: BulletinRecord,
  add: (number: string, acts: readonly Act[]) => Result<unknown, Saying>,
): Result<unknown, Saying> {
  const found = number === null ? null : findCase(session, number)
  if (number === null || found?.ok !== true || found.value.state.phase === 'closed') return ok(null)
  const text = word('en', 'bulletin-written', { number: given ?? '', count: deliveries.length })
  return add(number, [{ kind: 'note.added', text }])
}

function tell(session: Session, number: string | null): void {
  session.news('bulletin.changed', null)
  if (number !== null) session.news('case.changed', { number })
}

/** A message a step: whoever cannot be written to is marked as failed with the reason, and the others still get theirs. */
async function* written(
  session: Session,
  id: string,
  folder: GrantedFile,
  finish: () => void,
): AsyncGenerator<Result<Step, Saying>, void> {
  const found = findBulletin(session, id)
  const waiting = found.ok ? found.value.deliveries.filter((one) => isMail(one) && one.state === 'waiting') : []
  for (const [at, delivery] of waiting.entries()) {
    const now = findBulletin(session, id)
    if (!now.ok) break
    const sent = await writeOne(session, now.value, delivery, folder)
    const kept = keepOutcome(session, id, delivery.card, sent)
    yield kept.ok ? ok(stepOf(at + 1, sent)) : kept
  }
  finish()
}

const stepOf = (at: number, sent: Result<unknown, Saying>): Step => ({
  done: 1,
  added: sent.ok ? 1 : 0,
  updated: 0,
  unchanged: 0,
  refused: sent.ok ? [] : [{ at, problem: sent.problem }],
})

function writeOne(
  session: Session,
  bulletin: BulletinRecord,
  { card, name, channel }: Delivery,
  folder: GrantedFile,
): ReturnType<typeof releaseNow> {
  const { tlp, language } = bulletin
  const draft = {
    id: session.ports.newId(),
    // The journal of the case names the announcement once, not each message.
    case: null,
    to: [card],
    subject: bulletinTitle(bulletin),
    text: bulletinText(bulletin),
    tlp,
    attachOwnKey: false,
    inReplyTo: null,
    savedAt: nowOf(session),
    language,
    template: null,
    protection: channel === 'email-signed' ? ('signed' as const) : ('encrypted' as const),
    formal: false,
    observables: 'none' as const,
    files: [],
    classes: [],
    redact: [],
  }
  const target = freePlace(folder, `${bulletin.number} ${name}`)
  const wish = { form: 'eml' as const, grant: null, conditionsAccepted: true, override: null, files: [] }
  return releaseNow(session, draft, { ...wish, target, signAs: 'announcements' })
}

/** Nobody is asked for each file, so none that stands there is written over. */
function freePlace(folder: GrantedFile, name: string): GrantedFile {
  const base = safeFileName(name, 'message')
  for (let at = 1; ; at += 1) {
    const file = at === 1 ? `${base}.eml` : `${base}-${at}.eml`
    const path = join(folder.path, file)
    if (!existsSync(path)) return { path, name: file }
  }
}

function keepOutcome(
  session: Session,
  id: string,
  card: string,
  sent: Awaited<ReturnType<typeof releaseNow>>,
): Result<null, Saying> {
  const found = findBulletin(session, id)
  if (!found.ok) return found
  const done = session.store.commit((tx) => {
    const outcome = sent.ok
      ? { state: 'written' as const, at: tx.at, note: sent.value.file ?? '', exchange: sent.value.exchange }
      : { state: 'failed' as const, at: tx.at, said: [sent.problem] }
    const deliveries = found.value.deliveries.map((one) => (one.card === card ? { ...one, ...outcome } : one))
    bulletinsOf(session.store).put(tx, id, { ...found.value, deliveries })
    return ok(null)
  })
  session.news('bulletin.changed', null)
  return done
}
