/** Shows what a file of keys would bring before anything is stored: new, known or changed, whose it may be, and what to mind. */
import { addressOfUserId } from '../../../shared/domain/key/card-match.ts'
import { clashesAmong } from '../../../shared/domain/key/clashes.ts'
import type { ReadKey } from '../../../shared/domain/key/key.ts'
import type { KeyPreview } from '../../../shared/ipc/key-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { cardWithAddress, type Shelved } from '../cards/shelf.ts'
import { keysATurn, readRingPart } from '../pgp/read-keys.ts'
import { nowOf, type Session } from '../session.ts'
import { badgesOf, cardMatchOf } from './key-badges.ts'
import { keysOf } from './key-records.ts'
import { mergedAll } from './merge-keys.ts'
import { isReadable } from './take-key.ts'
import { wkdNameFinding } from './wkd-name.ts'

interface KeyFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Every key and every unreadable block, in the order of the file. @returns as `readKeys`. */
export async function previewKeys(session: Session, file: KeyFile): Promise<Result<readonly KeyPreview[], Saying>> {
  const read = await readAll(session, file)
  if (!read.ok) return read
  const all = read.value.filter(({ revocation }) => revocation === null)
  if (all.length === 0) return fail(saying('key-revocation-alone'))
  const here = await stateHere(session, all)
  if (!here.ok) return here
  const present = keysOf(session.store)
    .all()
    .map(({ fingerprint }) => fingerprint)
  const clashes = clashesAmong([...present, ...all.flatMap(({ inspected }) => inspected.fingerprint ?? [])])
  return ok(all.map((key, index) => previewOf(session, file.name, key, here.value[index] ?? 'unreadable', clashes)))
}

async function readAll(session: Session, { name, bytes }: KeyFile): Promise<Result<readonly ReadKey[], Saying>> {
  const keys: ReadKey[] = []
  for (let [from, total] = [0, 1]; from < total; from += keysATurn) {
    const input = { bytes, fileName: name, announced: null, now: nowOf(session), from, count: keysATurn }
    const part = await readRingPart(input)
    if (!part.ok) return part
    keys.push(...part.value.keys)
    total = part.value.total
  }
  return ok(keys)
}

type Here = KeyPreview['here']

async function stateHere(session: Session, all: readonly ReadKey[]): Promise<Result<readonly Here[], Saying>> {
  const readable = all.filter(isReadable)
  const merged = await mergedAll(
    session,
    readable.map((key) => ({ copies: [key] as const, card: null, secret: null })),
  )
  if (!merged.ok) return merged
  const states = new Map<ReadKey, Here>(
    merged.value.map(({ incoming, base, merged: result }) => {
      if (base === null) return [incoming.copies[0], 'new']
      return [incoming.copies[0], result?.ok === true && result.value.changed ? 'update' : 'same']
    }),
  )
  return ok(all.map((key) => states.get(key) ?? 'unreadable'))
}

function previewOf(
  session: Session,
  fileName: string,
  { inspected }: ReadKey,
  here: Here,
  clashes: (fingerprint: string) => readonly string[],
): KeyPreview {
  const cards = cardsFor(session, inspected)
  const [card = null] = cards
  const known = keysOf(session.store).get(inspected.fingerprint ?? '')
  const findings = [
    ...inspected.findings,
    ...(here === 'unreadable' ? [] : wkdNameFinding(fileName, inspected.userIds)),
  ]
  return {
    inspected: { ...inspected, findings },
    here,
    cards: cards.map((shelved) => ({
      id: shelved.id,
      name: shelved.name,
      match: cardMatchOf(inspected, shelved) ?? 'none-announced',
    })),
    badges:
      here === 'unreadable'
        ? []
        : badgesOf({
            inspected,
            isOwn: known !== null && known.role !== 'other',
            isLocked: false,
            clashes: clashes(inspected.fingerprint ?? ''),
            card,
            now: nowOf(session),
          }),
  }
}

/** Those that print it first. */
function cardsFor({ shelf }: Session, { fingerprint, userIds }: ReadKey['inspected']): readonly Shelved[] {
  const printing = fingerprint === null ? [] : shelf.marked(`key ${fingerprint}`)
  const named = userIds.flatMap((userId) => cardWithAddress(shelf, addressOfUserId(userId)) ?? [])
  return [...new Map([...printing, ...named].map((card) => [card.id, card])).values()]
}
