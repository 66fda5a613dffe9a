/** All that is known of one key: its parts, what it can do and when, what it was used for, and, of our own, who holds its passphrase. */
import { clashesAmong } from '../../../shared/domain/key/clashes.ts'
import { encryptsAt } from '../../../shared/domain/key/key.ts'
import { partStatesAt, type KeyPartFacts } from '../../../shared/domain/key/parts.ts'
import type { KeyView } from '../../../shared/ipc/key-views.ts'
import type { KeyRow } from '../../../shared/ipc/views.ts'
import { linesOf } from '../exchange/exchange-records.ts'
import { lookOver } from '../pgp/key-material.ts'
import { nowOf, type Session } from '../session.ts'
import { cardMatchOf } from './key-badges.ts'
import { keysOf, type KeyRecord } from './key-records.ts'
import { nextDueWith } from './next-due.ts'
import { passphraseState } from './own-secret.ts'

/** `key` and `row` as they stand now. */
export async function keyView(session: Session, key: KeyRecord, row: KeyRow): Promise<KeyView> {
  const now = nowOf(session)
  const parts = key.parts.length > 0 ? key.parts : await partsOfOld(key, now)
  const fingerprints = keysOf(session.store)
    .all()
    .map(({ fingerprint }) => fingerprint)
  return {
    ...row,
    findings: key.inspected.findings,
    decisions: key.decisions,
    parts: partStatesAt(parts, now),
    encrypts: encryptsOf(session, { ...key, parts }, now),
    cardMatch: cardMatchOf(key.inspected, key.card === null ? null : session.shelf.get(key.card)),
    clashes: clashesAmong(fingerprints)(key.fingerprint),
    usage: usageOf(session, key.fingerprint),
    own: key.secretKey === null ? null : ownOf(session, key, row),
  }
}

/** A record from before parts were kept. */
async function partsOfOld({ publicKey }: KeyRecord, now: string): Promise<readonly KeyPartFacts[]> {
  const read = await lookOver(publicKey, now)
  return read.ok ? read.value.parts : []
}

function encryptsOf(session: Session, key: KeyRecord, now: string): KeyView['encrypts'] {
  const due = nextDueWith(session, key, now)
  return {
    today: encryptsAt(key, now),
    due: due === null ? null : { case: due.number, at: due.at, can: encryptsAt(key, due.at) },
  }
}

function usageOf(session: Session, fingerprint: string): KeyView['usage'] {
  const rows = linesOf(session.store)
    .all()
    .filter(({ marks }) => marks.includes(fingerprint))
    .map(({ row }) => row)
    .toSorted((a, b) => (a.at < b.at ? -1 : 1))
  return {
    sent: rows.filter(({ direction }) => direction === 'out').length,
    received: rows.filter(({ direction }) => direction === 'in').length,
    lastAt: rows.at(-1)?.at ?? null,
    lastCase: rows.findLast(({ cases }) => cases.length > 0)?.cases.at(-1) ?? null,
  }
}

const ownOf = (session: Session, key: KeyRecord, { signsFor }: KeyRow): KeyView['own'] => ({
  signsFor,
  passphrase: passphraseState(session, key),
  revocationKept: key.revocation !== null,
  lastBackup: key.lastBackup,
})
