/** message open: decrypts, verifies, parses and shows; stores nothing, and writes only the parts that were asked for. */
import { existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { MessageAttachment, OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import { ok, type Result } from '../../../shared/kit/result.ts'
import { saying, word, type Language, type Saying } from '../../../shared/words/say.ts'
import type { Session } from '../../core/session.ts'
import { taken, type Answer, type Call } from '../command.ts'
import { Refused, Usage } from '../refusal.ts'
import { messageShape } from '../shapes/message-shape.ts'
import { eachFile } from './each-file.ts'
import type { OpenedAndWritten } from './message-open-large.ts'
import { unlockGiven } from './unlock-given.ts'

export async function open(call: Call): Promise<Answer> {
  if (call.args.has('part') && !call.args.has('out')) throw new Usage(saying('cli.option-missing', { option: '--out' }))
  const signature = call.args.one('signature')
  if (signature !== null && call.args.words.length > 1) throw new Usage(saying('cli.signature-one-file'))
  const { session } = await call.vault()
  await unlockGiven(call, session)
  return eachFile(call, call.args.words, (file) => openOne(call, session, file, signature))
}

async function openOne(call: Call, session: Session, file: string, signature: string | null): Promise<Answer> {
  const { openLarge } = await import('./message-open-large.ts')
  const opened = (await openLarge(call, session, file)) ?? (await openInMemory(call, session, file, signature))
  const next = await nextKinds(session, opened)
  if (!opened.ok) return { json: { file, next }, text: '', refused: opened.problem }
  const { message, written } = opened.value
  const shape = messageShape(message, await knownKeys(session), call.language)
  const text = messageText(shape, call.language)
  return { json: { ...shape, next, written }, text, refused: badSignature(message) }
}

async function openInMemory(
  call: Call,
  session: Session,
  file: string,
  signature: string | null,
): Promise<Result<OpenedAndWritten, Saying>> {
  const [{ openMessage }, { readInput }, { keysForOpening }] = await Promise.all([
    import('../../core/pgp/open-message.ts'),
    import('../../core/files/input.ts'),
    import('../../core/exchange/own-secrets.ts'),
  ])
  const { name, bytes } = taken(readInput(call.files, await call.files.input(file)))
  const beside = signature === null ? null : await signatureBytes(call, signature)
  const opened = await openMessage({ bytes, fileName: name, beside, ...keysForOpening(session), now: call.now })
  return opened.ok ? ok({ message: opened.value, written: await writeParts(call, opened.value) }) : opened
}

async function nextKinds(session: Session, opened: Result<OpenedAndWritten, Saying>): Promise<readonly string[]> {
  const [{ nextFor }, { keptMessage }] = await Promise.all([
    import('../../core/exchange/next-here.ts'),
    import('../../core/exchange/exchange-view.ts'),
  ])
  const message = opened.ok ? keptMessage(opened.value.message) : null
  const problem = opened.ok ? null : opened.problem
  return nextFor(session, { direction: 'in', problem, message }).map(({ kind }) => kind)
}

/** Shown, and still no success: a script that only looks at the exit code must not take it for a signed message. */
const badSignature = ({ protection, findings }: OpenedMessage): Saying | undefined =>
  protection.signature === 'bad' ? findings.find(({ code }) => code.startsWith('signature-')) : undefined

async function signatureBytes(call: Call, file: string): Promise<Uint8Array> {
  const { readSignatureFile } = await import('../../core/exchange/signature-beside.ts')
  return taken(readSignatureFile(call.files, await call.files.input(file))).bytes
}

async function knownKeys(session: Session): Promise<Parameters<typeof messageShape>[1]> {
  const { keysOf } = await import('../../core/keyring/key-records.ts')
  return (fingerprint) => {
    const key = keysOf(session.store).get(fingerprint)
    return key === null ? null : { state: key.inspected.state, trust: key.trust }
  }
}

type Shape = ReturnType<typeof messageShape>

function messageText(
  { from, to, date, subject, protection, text, outside, attachments, findings }: Shape,
  language: Language,
): string {
  const { encrypted, signature, signer } = protection
  const signed =
    signer === null ? signature : `${signature} ${signer.userId} ${signer.fingerprint} (${signer.trust ?? 'no key'})`
  const heads = {
    from,
    to: to.join(', '),
    date: date ?? '',
    subject,
    encrypted: encrypted ? 'yes' : 'no',
    signature: signed,
  }
  return [
    ...Object.entries(heads).flatMap(([name, value]) => (value === '' ? [] : [`${name}: ${value}`])),
    ...attachments.map(({ name, size }) => `attachment: ${name} (${size} bytes)`),
    ...findings.map((found) => `! ${found.text}`),
    '',
    text,
    ...(outside === '' ? [] : ['', word(language, 'cli.outside'), outside]),
  ].join('\n')
}

/** Parts by their names: text, outside, html, or an attachment's; without --part text and all attachments. */
async function writeParts(call: Call, message: OpenedMessage): Promise<readonly string[]> {
  const out = call.args.one('out')
  if (out === null) return []
  const dir = call.files.path(out)
  const asked = call.args.many('part')
  const parts = partsOf(message).filter(({ name, isMain }) => (asked.length === 0 ? isMain : asked.includes(name)))
  const missing = asked.find((name) => !parts.some((part) => part.name === name))
  if (missing !== undefined) throw new Refused(saying('cli.no-such-part', { part: missing }))
  const taking = parts.map(({ fileName, bytes }) => ({ path: join(dir, basename(fileName)), bytes }))
  const standing = call.args.has('force') ? undefined : taking.find(({ path }) => existsSync(path))
  if (standing !== undefined) throw new Refused(saying('file-exists', { name: basename(standing.path) }))
  const { writeFileSafely, writeProblem } = await import('../../core/vault/files.ts')
  try {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    for (const { path, bytes } of taking) writeFileSafely(path, bytes)
  } catch (error) {
    throw new Refused(writeProblem(basename(dir), error))
  }
  return taking.map(({ path }) => basename(path))
}

interface Part {
  readonly name: string
  readonly fileName: string
  readonly bytes: Uint8Array
  readonly isMain: boolean
}

function partsOf({ text, outside, html, attachments }: OpenedMessage): readonly Part[] {
  const texts = [
    { name: 'text', fileName: 'text.txt', content: text, isMain: true },
    { name: 'outside', fileName: 'outside.txt', content: outside, isMain: false },
    { name: 'html', fileName: 'message.html.txt', content: html ?? '', isMain: false },
  ]
  return [
    ...texts.flatMap(({ content, ...part }) =>
      content === '' ? [] : [{ ...part, bytes: new TextEncoder().encode(content) }],
    ),
    ...attachments.map(({ name, bytes }: MessageAttachment) => ({ name, fileName: name, bytes, isMain: true })),
  ]
}
