/** Reads which keys a document announces: fingerprints, key ids, expiry and printed blocks, each with what is wrong with it. */
import { saying } from '../../words/say.ts'
import { checkArmor, type ArmorBlock } from './armor.ts'
import type { CardFinding, CardKey } from './card-reading.ts'
import { datesIn } from './dates.ts'
import { brokenFingerprintsIn, fingerprintsIn, keyIdsIn, type PrintedHex } from './fingerprints.ts'
import { finding } from './finding.ts'
import { localInstant } from './instant.ts'
import { sectionsOf, type Section } from './sections.ts'

interface Draft {
  readonly fingerprint: string | null
  readonly ids: readonly PrintedHex[]
  readonly start: number
  readonly line: number
  readonly section: Section
}

const endsWith = (fingerprint: string | null, id: string): boolean => fingerprint?.endsWith(id) ?? false
const NEAR = 300

function uniqueFingerprints(section: Section): readonly PrintedHex[] {
  const all = fingerprintsIn(section.flow.text, section.concept === '2.8')
  return all.filter((hex, index) => all.findIndex(({ digits }) => digits === hex.digits) === index)
}

/** A key id belongs to the fingerprint that it ends; one that ends none belongs to the nearest without an id, as a contradiction. */
function draftsIn(section: Section): readonly Draft[] {
  const { text, lineAt } = section.flow
  const fingerprints = uniqueFingerprints(section)
  const ids = keyIdsIn(text).filter(
    ({ digits, start, end }) => digits.length <= 16 && !fingerprints.some((hex) => start < hex.end && end > hex.start),
  )
  const owner = (id: PrintedHex): PrintedHex | undefined => {
    const match = fingerprints.find((hex) => endsWith(hex.digits, id.digits))
    const free = fingerprints.filter(
      (hex) => Math.abs(hex.start - id.start) < NEAR && !ids.some((other) => endsWith(hex.digits, other.digits)),
    )
    return match ?? free[0]
  }
  const owned = fingerprints.map((hex): Draft => {
    const own = ids.filter((id) => owner(id) === hex)
    const start = Math.min(hex.start, ...own.map((id) => id.start))
    return { fingerprint: hex.digits, ids: own, start, line: lineAt(hex.start), section }
  })
  const alone = ids.filter((id) => !owner(id))
  const orphans = alone
    .filter((id, index) => alone.findIndex(({ digits }) => digits === id.digits) === index)
    .map((id): Draft => ({ fingerprint: null, ids: [id], start: id.start, line: lineAt(id.start), section }))
  return [...owned, ...orphans].sort((a, b) => a.start - b.start)
}

const EXPIRES =
  /(?:expir\w{0,8}|valid (?:until|to|through)|válid[ao] hasta|caduca\w{0,4}|gültig bis|ablauf\w{0,6}|valable jusqu|válid[ao] até|validade)[^\d\n]{0,20}/i
const CLOCK = /^,?\s{1,2}(\d{1,2}):(\d{2})/

/** Date of expiry, as an instant where a time is printed and the zone is known. */
export function expiryIn(text: string, zone: string | null): string | null {
  const label = EXPIRES.exec(text)
  if (!label) return null
  const after = text.slice(label.index + label[0].length, label.index + label[0].length + 60)
  const date = datesIn(after)[0]
  if (!date || date.at > 2) return null
  const clock = CLOCK.exec(after.slice(date.at + date.text.length))
  return clock && zone ? localInstant(date.date, Number(clock[1]), Number(clock[2]), zone) : date.date
}

/** The part of the text that speaks of one key: from its first figure to the next key's. */
function regionOf(draft: Draft, all: readonly Draft[]): string {
  const same = all.filter(({ section }) => section === draft.section)
  const index = same.indexOf(draft)
  const from = index === 0 ? 0 : draft.start - 40
  return draft.section.flow.text.slice(Math.max(0, from), same[index + 1]?.start ?? draft.section.flow.text.length)
}

const SIGNING_ONLY = /do not use this key|signing[- ]only|master (?:signing|certification) key/i

function toKey(draft: Draft, all: readonly Draft[], zone: string | null, block: ArmorBlock | undefined): CardKey {
  const region = regionOf(draft, all)
  const id = draft.ids.toSorted((a, b) => b.digits.length - a.digits.length)[0]
  const expires = expiryIn(region, zone) ?? (block ? expiryIn(block.text, zone) : null)
  return {
    fingerprint: draft.fingerprint,
    keyIdPrinted: id?.text ?? null,
    state: block ? 'unreadable' : 'not-included',
    expires,
    use: SIGNING_ONLY.test(region) && all.length > 1 ? 'signing-only' : 'team',
    block: block?.text ?? null,
    blockLines: block ? [block.fromLine, block.toLine] : null,
    line: block?.fromLine ?? draft.line,
  }
}

/** A fingerprint inside the block's own comments names that block. */
const fingerprintInBlock = (block: ArmorBlock): string | null => fingerprintsIn(block.text, false)[0]?.digits ?? null

function blockKey(block: ArmorBlock, zone: string | null): CardKey {
  const lines: readonly [number, number] = [block.fromLine, block.toLine]
  return {
    fingerprint: fingerprintInBlock(block),
    keyIdPrinted: null,
    state: 'unreadable',
    expires: expiryIn(block.text, zone),
    use: 'team',
    block: block.text,
    blockLines: lines,
    line: block.fromLine,
  }
}

/** Each block goes to the key whose fingerprint its comments print, else to the last key announced before it that has none. */
function blockOwners(drafts: readonly Draft[], blocks: readonly ArmorBlock[]): ReadonlyMap<Draft, ArmorBlock> {
  const owners = new Map<Draft, ArmorBlock>()
  for (const block of blocks) {
    const inside = fingerprintInBlock(block)
    const free = drafts.filter(
      (draft) => !owners.has(draft) && (inside === null || draft.fingerprint === null || draft.fingerprint === inside),
    )
    const owner =
      free.find((draft) => inside !== null && draft.fingerprint === inside) ??
      free.filter(({ line }) => line <= block.fromLine).at(-1) ??
      (drafts.length === 1 ? free[0] : undefined)
    if (owner) owners.set(owner, block)
  }
  return owners
}

function blockFindings(block: ArmorBlock): readonly CardFinding[] {
  const check = checkArmor(block)
  if (check.faults.length === 0 || (check.faults.length === 1 && check.faults[0] === 'key-block-no-checksum')) return []
  const details = { computed: check.computed, printed: check.printed ?? '–', count: check.characters }
  const summary = finding(
    check.dataLost ? 'error' : 'warning',
    block.fromLine,
    saying('key-damaged', { count: check.faults.length }),
  )
  const words = {
    'key-block-no-end': saying('key-block-no-end'),
    'key-block-headers-in-body': saying('key-block-headers-in-body'),
    'key-block-fence': saying('key-block-fence'),
    'key-block-checksum-glued': saying('key-block-checksum-glued'),
    'key-block-characters': saying('key-block-characters'),
    'key-block-length': saying('key-block-length', { count: details.count }),
    'key-block-checksum-wrong': saying('key-block-checksum-wrong', {
      computed: details.computed,
      printed: details.printed,
    }),
    'key-block-no-checksum': saying('key-block-no-checksum'),
  } as const
  return [summary, ...check.faults.map((fault) => finding('info', block.fromLine, words[fault]))]
}

const LONG_ID = 16

function idFindings({ ids, fingerprint, section }: Draft): readonly CardFinding[] {
  const once = ids.filter((id, index) => ids.findIndex(({ digits }) => digits === id.digits) === index)
  return once.flatMap((id) => {
    const line = section.flow.lineAt(id.start)
    const short =
      id.digits.length < LONG_ID ? [finding('warning', line, saying('key-id-short', { keyId: id.text }))] : []
    const differs = fingerprint !== null && !endsWith(fingerprint, id.digits)
    return differs
      ? [...short, finding('error', line, saying('fingerprint-mismatch', { keyId: id.text, fingerprint }))]
      : short
  })
}

const expired = (key: CardKey, now: string): readonly CardFinding[] =>
  key.expires && Date.parse(key.expires) < Date.parse(now)
    ? [finding('error', key.line, saying('key-expired', { date: key.expires.slice(0, 10) }))]
    : []

const brokenIn = (section: Section): readonly CardFinding[] =>
  brokenFingerprintsIn(section.flow.text)
    .slice(0, 10)
    .map(({ digits, start }) =>
      finding(
        'warning',
        section.flow.lineAt(start),
        saying('fingerprint-invalid', { fingerprint: digits, count: digits.length }),
      ),
    )

function uniqueKeys(keys: readonly CardKey[]): readonly CardKey[] {
  return keys.filter(
    (key, index) =>
      key.block !== null ||
      keys.findIndex((other) => (key.fingerprint ?? key.keyIdPrinted) === (other.fingerprint ?? other.keyIdPrinted)) ===
        index,
  )
}

export function readKeys(
  sections: readonly Section[],
  blocks: readonly ArmorBlock[],
  zone: string | null,
  now: string,
): { readonly keys: readonly CardKey[]; readonly findings: readonly CardFinding[] } {
  const keyBlocks = blocks.filter(({ kind }) => kind === 'key')
  const drafts = [...sectionsOf(sections, '2.8'), ...sections.filter(({ concept }) => concept !== '2.8')].flatMap(
    draftsIn,
  )
  const owners = blockOwners(drafts, keyBlocks)
  const taken = new Set(owners.values())
  const announced = drafts.map((draft) => toKey(draft, drafts, zone, owners.get(draft)))
  const keys = uniqueKeys([
    ...announced,
    ...keyBlocks.filter((block) => !taken.has(block)).map((block) => blockKey(block, zone)),
  ])
  const parts = sectionsOf(sections, '2.8')
  return {
    keys,
    findings: [
      ...keyBlocks.flatMap(blockFindings),
      ...drafts.flatMap(idFindings),
      ...parts.flatMap(brokenIn),
      ...keys.flatMap((key) => expired(key, now)),
      ...keys
        .filter(({ use }) => use === 'signing-only')
        .map((key) => finding('warning', key.line, saying('key-signing-only'))),
    ],
  }
}
