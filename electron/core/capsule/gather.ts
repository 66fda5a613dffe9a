/** Collects what goes into a capsule: the journals of the chosen cases and whatever somebody needs who goes on with them. */
import type { CaseId } from '../../../shared/domain/case/entry.ts'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { heads, inOrder } from '../../../shared/domain/case/graph.ts'
import { addressOfUserId } from '../../../shared/domain/key/card-match.ts'
import { readCase, type OpenCase } from '../cases/case-book.ts'
import { clockSettingsOf } from '../clocks/clock-settings.ts'
import { keptTurns } from '../clocks/duty.ts'
import { disclosureOf } from '../disclosure/disclosure-policy.ts'
import { exchangesOf, linesOf } from '../exchange/exchange-records.ts'
import { toPortable } from '../journal/entry-hash.ts'
import { keysOf, type KeyRecord } from '../keyring/key-records.ts'
import { policyVersions } from '../order/policy-versions.ts'
import { profileOf, type Session } from '../session.ts'
import { sealedFileIn } from '../store/sealed-file.ts'
import {
  blobPart,
  casePart,
  exchangePart,
  parts,
  type CardLine,
  type KeyLine,
  type Manifest,
  type SecretLine,
} from './capsule-format.ts'
import { blobsOfLine, toLine } from './exchange-part.ts'
import { jsonPart, linesPart, type PartToWrite } from './part-stream.ts'

export interface Gathering {
  readonly ids: readonly string[]
  /** All cards and keys, not only those of the chosen cases. */
  readonly whole: boolean
  readonly evidence: boolean
  readonly secretKeys: boolean
  /** Further parts: the handover, a receipt. */
  readonly also: readonly PartToWrite[]
}

type Listed = Manifest['cases'][number]

/**
 * Fills `listed` as it goes, one case in memory at a time. A case that was purged goes as the skeleton that it is.
 * @param judge throws `Refused` for a case that may not go.
 */
export async function* gathered(
  session: Session,
  wish: Gathering,
  listed: Listed[],
  judge: (state: CaseState) => void,
): AsyncGenerator<PartToWrite, void> {
  const found: Found = { numbers: new Set(), blobs: new Set(), cards: new Set(), marks: new Set() }
  for (const id of wish.ids) {
    const one = readCase(session, id as CaseId)
    if (one === null) continue
    judge(one.state)
    listed.push(listedOf(one))
    found.numbers.add(one.state.number)
    for (const { blob } of wish.evidence ? one.state.evidence : []) found.blobs.add(blob)
    for (const { card } of one.state.parties) if (card !== null) found.cards.add(card)
    yield linesPart(casePart(id), inOrder(one.entries).map(toPortable))
  }
  yield* exchangeParts(session, wish.evidence, found)
  yield* rest(session, wish, found)
}

async function* rest(
  session: Session,
  wish: Gathering,
  { cards, marks, blobs }: Found,
): AsyncGenerator<PartToWrite, void> {
  yield linesPart(parts.keys, keysFor(session, wish.whole, { cards, marks }).map(keyLine))
  if (wish.secretKeys) yield linesPart(parts.secrets, secretLines(session))
  yield linesPart(parts.cards, cardLines(session, wish.whole, cards))
  yield jsonPart(parts.information, informationOf(session))
  yield* wish.also
  for (const id of blobs) {
    const sealed = sealedFileIn(session.store, id)
    if (sealed !== null) yield { name: blobPart(id), sealed }
  }
}

const listedOf = ({ state, entries }: OpenCase): Listed => ({
  id: state.id,
  number: state.number,
  heads: [...heads(entries)],
})

interface Found {
  readonly numbers: Set<string>
  readonly blobs: Set<string>
  readonly cards: Set<string>
  /** Fingerprints and addresses of whom we wrote with. */
  readonly marks: Set<string>
}

async function* exchangeParts(session: Session, withContent: boolean, found: Found): AsyncGenerator<PartToWrite, void> {
  const inCases = linesOf(session.store)
    .all()
    .filter(({ row }) => row.cases.some((number) => found.numbers.has(number)))
  for (const { row, marks } of inCases) {
    const record = exchangesOf(session.store).get(row.id)
    const line = record === null ? null : toLine(record, found.numbers, withContent)
    if (record === null || line === null) continue
    for (const blob of blobsOfLine({ ...record, content: withContent ? record.content : null })) found.blobs.add(blob)
    for (const mark of marks) found.marks.add(mark)
    if (record.call?.card !== undefined && record.call.card !== null) found.cards.add(record.call.card)
    yield jsonPart(exchangePart(record.id), line)
  }
}

/** Keys of the cards that come along, and of whom we wrote with, whose cards then come too. */
function keysFor(
  session: Session,
  whole: boolean,
  { cards, marks }: Pick<Found, 'cards' | 'marks'>,
): readonly KeyRecord[] {
  const isNeeded = ({ card, fingerprint, inspected }: KeyRecord): boolean =>
    whole ||
    marks.has(fingerprint) ||
    (card !== null && cards.has(card)) ||
    inspected.userIds.some((userId) => marks.has(addressOfUserId(userId)))
  const keys = keysOf(session.store)
    .all()
    .filter((key) => key.role !== 'desk' && isNeeded(key))
  for (const { card } of keys) if (card !== null) cards.add(card)
  return keys
}

/** Public halves alone, with what people here decided about each: told there, and not believed. */
const keyLine = ({ publicKey, fingerprint, card, trust, decisions }: KeyRecord): KeyLine => ({
  publicKey,
  fingerprint,
  card,
  trust,
  decisions: decisions.slice(-100),
})

/** Own keys but the desk key, which is this copy's alone. */
function secretLines(session: Session): readonly SecretLine[] {
  const { teamKey } = profileOf(session)
  return keysOf(session.store)
    .all()
    .flatMap(({ role, secretKey, publicKey, fingerprint, passphrase }) =>
      role === 'team' && secretKey !== null
        ? [{ publicKey, fingerprint, secretKey, passphrase, team: fingerprint === teamKey }]
        : [],
    )
}

function cardLines(session: Session, whole: boolean, ids: ReadonlySet<string>): readonly CardLine[] {
  const { ownCard } = profileOf(session)
  const all = whole ? session.shelf.all() : [...ids].flatMap((id) => session.shelf.get(id) ?? [])
  return [...new Set(all)].flatMap(({ id, record }) => {
    const layers = record.layers.flatMap(({ kind, name, sha256, text }) =>
      text === null ? [] : [{ kind, name, sha256, text }],
    )
    return layers.length === 0 ? [] : [{ id, own: id === ownCard, roles: record.roles, layers }]
  })
}

const informationOf = (session: Session) => ({
  policy: policyVersions(session.store).inForce().value,
  clocks: clockSettingsOf(session),
  disclosure: disclosureOf(session).inForce().value,
  turns: keptTurns(session).slice(-1_000),
})
