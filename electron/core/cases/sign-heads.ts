/** Signs the heads of a case's journal with the desk key at closing, and checks such signatures: who closed it, and on what. */
import type { Signed } from '../../../shared/domain/case/case.ts'
import type { Entry, EntryHash } from '../../../shared/domain/case/entry.ts'
import { heads } from '../../../shared/domain/case/graph.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { keysOf } from '../keyring/key-records.ts'
import { isLockedNow, passphraseOf } from '../keyring/own-secret.ts'
import { openMessage } from '../pgp/open-message.ts'
import { signTextApart } from '../pgp/seal-message.ts'
import { nowOf, profileOf, type Session } from '../session.ts'
import { addActsIn, findCase } from './case-book.ts'

/** What is signed: the case and its heads, one a line (docs/file-formats.md). */
export const headsText = (caseId: string, number: string, signed: readonly string[]): string =>
  ['signet.case-heads/1', number, caseId, ...signed, ''].join('\n')

/** @returns the case with the signature in its journal; `key-locked`, `key-not-own` or why it could not be signed. */
export async function signHeads(session: Session, number: string): Promise<Result<null, Saying>> {
  const found = findCase(session, number)
  if (!found.ok) return found
  const { state, entries } = found.value
  const key = keysOf(session.store).get(profileOf(session).deskKey)
  if (key === null || key.secretKey === null) return fail(saying('key-not-own'))
  if (isLockedNow(session, key)) return fail(saying('key-locked', { fingerprint: key.fingerprint }))
  const signedHeads = heads(entries)
  const signed = await signTextApart({
    text: headsText(state.id, state.number, signedHeads),
    signWith: { armored: key.secretKey, passphrase: passphraseOf(session, key) },
    now: nowOf(session),
  })
  if (!signed.ok) return signed
  const { text: signature, signer: fingerprint } = signed.value
  const done = session.store.commit((tx) =>
    addActsIn(tx, session, number, [{ kind: 'signed', heads: [...signedHeads], fingerprint, signature }]),
  )
  return done.ok ? ok(null) : done
}

/** Whether a signature is one over the heads that it names, by a key that we have, and whether those heads are in this journal. */
export async function checkSigned(
  session: Session,
  { id, number }: { readonly id: string; readonly number: string },
  entries: readonly Entry[],
  signed: Signed,
): Promise<Saying | null> {
  const { fingerprint, at } = signed
  const key = keysOf(session.store).get(fingerprint)
  if (key === null) return saying('journal-signer-unknown', { fingerprint, at })
  const here = new Set<EntryHash>(entries.map(({ hash }) => hash))
  if (!signed.heads.every((head) => here.has(head))) return saying('journal-signed-missing', { number, at })
  const opened = await openMessage({
    bytes: new TextEncoder().encode(signed.signature),
    fileName: 'heads.asc',
    secretKeys: [],
    publicKeys: [key.publicKey],
    now: nowOf(session),
  })
  const isGood =
    opened.ok &&
    // A key that expired since has signed all the same.
    ['good', 'key-expired'].includes(opened.value.protection.signature) &&
    opened.value.text.trimEnd() === headsText(id, number, signed.heads).trimEnd()
  return isGood ? null : saying('journal-signature-bad', { number, at })
}
