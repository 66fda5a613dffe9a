/** The one way out. Everything that leaves the vault is judged here, and only what passes becomes Cleared. */
import type { ReleaseRequest } from '../../../shared/domain/disclosure/recipient-facts.ts'
import { firstRule } from '../../../shared/domain/disclosure/first-rule.ts'
import type { Verdict } from '../../../shared/domain/disclosure/verdict.ts'
import { tlpLabel, type Tlp } from '../../../shared/domain/marking/tlp.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { say, saying, word, type Saying } from '../../../shared/words/say.ts'
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
function message<T extends string | Uint8Array>(
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

/** What was cleared as bytes, for a writer that takes text. */
const armoured = (cleared: Cleared<Uint8Array>): Cleared<string> => clear(new TextDecoder().decode(contentOf(cleared)))

/** Public by its nature, and checked to be that: an armoured public key, a full fingerprint. Anything else here is a bug. */
function publicKey(text: string): Cleared<string> {
  const isKey = text.startsWith('-----BEGIN PGP PUBLIC KEY BLOCK-----') && !text.includes('PRIVATE KEY')
  if (!isKey && !/^(?:[0-9A-F]{40}|[0-9A-F]{64})$/.test(text)) throw new Error('neither a public key nor a fingerprint')
  return clear(text)
}

/** Contact information, which may go to everybody (the disclosure matrix, class "contact"). A secret key in it is a bug. */
function contact(text: string): Cleared<string> {
  if (text.includes('PRIVATE KEY')) throw new Error('a secret key on a card')
  return clear(text)
}

export const release = { message, report, publicKey, contact, armoured }
