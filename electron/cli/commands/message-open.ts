/** message open: decrypts, verifies, parses and shows; stores nothing, and writes only the parts that were asked for. */
import { existsSync, mkdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { MessageAttachment, OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import { saying, word, type Language } from '../../../shared/words/say.ts'
import { taken, type Answer, type Call } from '../command.ts'
import { Refused, Usage } from '../refusal.ts'
import { messageShape } from '../shapes/message-shape.ts'
import { eachFile } from './each-file.ts'

export async function open(call: Call): Promise<Answer> {
  if (call.args.has('part') && !call.args.has('out')) throw new Usage(saying('cli.option-missing', { option: '--out' }))
  const [{ openMessage }, { readInput }, { keysForOpening }, { keysOf }] = await Promise.all([
    import('../../core/pgp/open-message.ts'),
    import('../../core/files/input.ts'),
    import('../../core/exchange/own-secrets.ts'),
    import('../../core/keyring/key-records.ts'),
  ])
  const { session } = await call.vault()
  const keyOf = (fingerprint: string) => {
    const key = keysOf(session.store).get(fingerprint)
    return key === null ? null : { state: key.inspected.state, trust: key.trust }
  }
  return eachFile(call, call.args.words, async (file) => {
    const { name, bytes } = taken(readInput(call.files, await call.files.input(file)))
    const message = taken(await openMessage({ bytes, fileName: name, ...keysForOpening(session), now: call.now }))
    const written = await writeParts(call, message)
    const shape = messageShape(message, keyOf, call.language)
    const json = { ...shape, written }
    // Shown, and still no success: a script that only looks at the exit code must not take it for a signed message.
    const bad =
      message.protection.signature === 'bad'
        ? message.findings.find(({ code }) => code.startsWith('signature-'))
        : undefined
    return { json, text: messageText(shape, call.language), refused: bad }
  })
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
