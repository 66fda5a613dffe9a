/** The one way out. Everything that leaves the vault is judged here, and only what passes becomes Cleared. */
import type { ReleaseRequest } from '../../../shared/domain/disclosure/recipient-facts.ts'
import { firstRule } from '../../../shared/domain/disclosure/first-rule.ts'
import type { Verdict } from '../../../shared/domain/disclosure/verdict.ts'
import { tlpLabel, type Tlp } from '../../../shared/domain/marking/tlp.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { say, saying, word, type Saying } from '../../../shared/words/say.ts'
import { sha256 } from '../store/canonical.ts'
import { keyApart } from '../pgp/key-apart.ts'
import { secretBlocksOf } from '../pgp/paper-lines.ts'
import type { SealedFile } from '../store/sealed-file.ts'
import { clear, contentOf, type Cleared } from './cleared.ts'

/** Who stands outside the circle of a marking, for reports that carry no recipient of their own (TLP 2.0). */
const audiencesOf: Readonly<Record<Tlp, readonly string[]>> = {
  RED: [],
  'AMBER+STRICT': ['management'],
  AMBER: ['management', 'user', 'csirt', 'vendor', 'police'],
  GREEN: ['management', 'user', 'csirt', 'vendor', 'police'],
  CLEAR: ['management', 'user', 'csirt', 'vendor', 'police', 'press'],
}

/** A message: judged by the first rule; conditions need a person's consent. What was sealed for them is cleared. */
function message<T extends string | Uint8Array | SealedFile>(
  request: ReleaseRequest,
  consent: { readonly conditionsAccepted: boolean; readonly now: string },
  sealed: T,
): Result<Cleared<T>, Saying> {
  const refusal = refusalOf(firstRule(request, consent.now), consent.conditionsAccepted)
  return refusal === null ? ok(clear(sealed)) : fail(refusal)
}

/** Why a verdict does not let it out, or null. */
export function refusalOf({ verdict, reasons }: Verdict, conditionsAccepted: boolean): Saying | null {
  if (verdict === 'allow' || (verdict === 'condition' && conditionsAccepted)) return null
  const first = reasons.find(({ level }) => level === verdict)
  const reason = first === undefined ? '' : say('en', first.said)
  return verdict === 'stop' ? saying('release-stopped', { reason }) : saying('release-condition', { reason })
}

/** A case report as a plain file: the marking decides which audiences it may be written for. */
function report(tlp: Tlp, audience: string, content: string): Result<Cleared<string>, Saying> {
  if (audiencesOf[tlp].includes(audience)) return ok(clear(content))
  return fail(saying('release.report-marking', { tlp: tlpLabel(tlp), audience: audienceName(audience) }))
}

function audienceName(audience: string): string {
  const names = ['user', 'management', 'csirt', 'vendor', 'police', 'press'] as const
  const known = names.find((name) => name === audience)
  return known === undefined ? audience : word('en', `audience.${known}`)
}

/** A signed announcement as a text for a web page or a list: it has no recipients, so the marking alone decides (TLP 2.0). */
function bulletin(tlp: Tlp, text: string): Result<Cleared<string>, Saying> {
  if (tlp === 'CLEAR' || tlp === 'GREEN') return ok(clear(text))
  return fail(saying('release.bulletin-marking', { tlp: tlpLabel(tlp) }))
}

/** What was cleared as bytes, for a writer that takes text. */
const armoured = (cleared: Cleared<Uint8Array>): Cleared<string> => clear(new TextDecoder().decode(contentOf(cleared)))

/** Public by its nature, and checked to be that: an armoured public key, a full fingerprint. Anything else here is a bug. */
function publicKey(text: string): Cleared<string> {
  const isKey = text.startsWith('-----BEGIN PGP PUBLIC KEY BLOCK-----') && !text.includes('PRIVATE KEY')
  if (!isKey && !/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(text)) throw new Error('neither a public key nor a fingerprint')
  return clear(text)
}

/**
 * A backup of our own key: the only way by which a secret key leaves. It must be the one that was asked for, locked in every part, and open
 * with the passphrase that the person has just given; anything else here is a bug. Read out of the text as it will be written or printed.
 */
async function ownSecret(
  text: string,
  confirmation: { readonly fingerprint: string; readonly passphrase: string },
): Promise<Cleared<string>> {
  const [armored, ...others] = secretBlocksOf(text)
  if (armored === undefined || others.length > 0) throw new Error('not one secret key')
  const opened = await keyApart('unlock', armored, confirmation.passphrase)
  const fits = opened.ok && opened.value.wasLocked && opened.value.fingerprint === confirmation.fingerprint
  if (!fits) throw new Error('not that secret key, or not locked with that passphrase')
  return clear(text)
}

/** Contact information, which may go to everybody (the disclosure matrix, class "contact"). A secret key in it is a bug. */
function contact(text: string): Cleared<string> {
  if (text.includes('PRIVATE KEY')) throw new Error('a secret key on a card')
  return clear(text)
}

/**
 * An attachment that somebody sent to us, and that a person takes out on purpose, to their own disk: no marking stops that, so it is not judged
 * but named. It must be the one that was shown. Who takes it out journals it, with the marking of each case.
 */
function attachment(content: Uint8Array, shown: { readonly sha256: string }): Cleared<Uint8Array> {
  if (sha256(content) !== shown.sha256) throw new Error('not the attachment that was shown')
  return clear(content)
}

/** The same for one that is too large to be held in memory: its hash is checked while it is written. */
const attachmentFile = (sealed: SealedFile): Cleared<SealedFile> => clear(sealed)

export const release = {
  message,
  report,
  bulletin,
  publicKey,
  ownSecret,
  contact,
  armoured,
  attachment,
  attachmentFile,
}
