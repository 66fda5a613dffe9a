/** Reads which keys a document announces: fingerprints, key ids, expiry and printed blocks, each with what is wrong with it. */
import { saying } from '../../words/say.ts'
import type { ArmorBlock } from './armor.ts'
import type { CardFinding, CardKey } from './card-reading.ts'
import { datesIn } from './dates.ts'
import { fingerprintsIn, keyIdsIn, type PrintedHex } from './fingerprints.ts'
import { finding } from './finding.ts'
import { localInstant } from './instant.ts'
import { blockFindings, brokenIn, endsWith, expired, idFindings, type Draft } from './key-findings.ts'
import { sectionsOf, type Section } from './sections.ts'

const NEAR = 300
const MAX_REGION = 20_000

function uniqueFingerprints(section: Section): readonly PrintedHex[] {
  const all = fingerprintsIn(section.flow.text, section.concept === '2.8')
  return all.filter((hex, index) => all.findIndex(({ digits }) => digits === hex.digits) === index)
}

/** In a table the id stands without a label: figures that end a fingerprint of the same part are its id. */
function tailsIn(text: string, fingerprints: readonly PrintedHex[]): readonly PrintedHex[] {
  if (fingerprints.length === 0) return []
  const known = keyIdsIn(text)
  return [
    ...text.slice(0, MAX_REGION).matchAll(/(?<![0-9A-Za-z])(?:0x)?([0-9A-Fa-f]{16}|[0-9A-Fa-f]{8})(?![0-9A-Za-z])/g),
  ]
    .map((match) => ({
      digits: (match[1] ?? '').toUpperCase(),
      text: match[0],
      start: match.index,
      end: match.index + match[0].length,
    }))
    .filter(
      ({ digits, start, end }) =>
        fingerprints.some((hex) => hex.digits.endsWith(digits)) &&
        !known.some((id) => start < id.end && end > id.start),
    )
}

/** A key id belongs to the fingerprint that it ends; one that ends none belongs to the nearest without an id, as a contradiction. */
function draftsIn(section: Section): readonly Draft[] {
  const { text, lineAt } = section.flow
  const fingerprints = uniqueFingerprints(section)
  const ids = [...keyIdsIn(text), ...tailsIn(text, fingerprints)].filter(
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
  /(?:expir\w{0,8}|(?:valid from|válida? desde(?: el)?|gültig vo[nm]|valable du|válida de) .{6,24}? (?:to|until|till|through|bis(?: zum)?|hasta(?: el)?|au|até|a)(?= )|valid(?:ity)?(?: (?:until|to|through|till|thru|up to))?|valid[ -]until|válid[ao]s? hasta(?: el)?|vigente hasta(?: el)?|caduc\w{0,6}|vence\w{0,2}|vencimiento|vigencia|gültig(?:keit)?(?: bis(?: zum)?)?|ablauf\w{0,8}|abgelaufen|läuft ab|verfällt(?: am)?|valable jusqu['’]au|valid(?:e|ité)(?: jusqu['’]au)?|válid[ao] até|validade|fin de validité)[^\p{L}\d\n]{0,6}(?:(?:date|on|at|is|until|el|le|am|em|a|au|es|est|ist|the|bis|hasta|de|del)\b[^\p{L}\d\n]{0,3}){0,2}/giu
const CLOCK = /^,?\s{1,2}(\d{1,2}):(\d{2})/

/** Date of expiry, as an instant where a time is printed and the zone is known. */
export function expiryIn(text: string, zone: string | null): string | null {
  for (const label of text.slice(0, MAX_REGION).matchAll(EXPIRES)) {
    const after = text.slice(label.index + label[0].length, label.index + label[0].length + 60)
    const date = datesIn(after)[0]
    if (!date || date.at > 12 || /\n/.test(after.slice(0, date.at))) continue
    const clock = CLOCK.exec(after.slice(date.at + date.text.length))
    return clock && zone ? localInstant(date.date, Number(clock[1]), Number(clock[2]), zone) : date.date
  }
  return null
}

/** The part of the text that speaks of one key: from its first figure to the next key's. */
function regionOf(draft: Draft, all: readonly Draft[]): string {
  const same = all.filter(({ section }) => section === draft.section)
  const index = same.indexOf(draft)
  const { text } = draft.section.flow
  const lineStart = (at: number): number =>
    Math.max(text.lastIndexOf('\n', at) + 1, text.lastIndexOf('. ', at) + 1, at - 200)
  // "Former key, expired on …:" above the figures speaks of what comes.
  const ledIn = (at: number): number =>
    lineStart(at) - (/(?:^|\n)([^\n]{3,200}:\s{0,3}\n+)$/.exec(text.slice(0, lineStart(at)))?.[1]?.length ?? 0)
  const next = same[index + 1]
  const end = next ? Math.max(draft.start, ledIn(next.start)) : text.length
  return text.slice(index === 0 ? 0 : Math.min(ledIn(draft.start), draft.start), end)
}

const SIGNING_ONLY =
  /do not use (?:this key|it) (?:for|to)|signing[- ]only|(?:for )?signing only|only (?:used (?:for|to) )?signs?\b|only (?:for|to) sign|(?:for )?signatures? only|master (?:signing|certification) key|nur (?:zum|für) (?:signieren|signaturen)|solo para firmar|uniquement (?:pour|à) sign|apenas para assinar|do not encrypt to it|no encryption capabilit|cannot (?:be used to )?encrypt|not (?:suitable|usable|meant) for encryption|signs the keys of/i
/** Also where it is the only one that is printed. */
const MASTER = /\bmaster (?:signing |certification )?key\b[^.]{0,40}\b(?:used|serves) (?:only )?(?:to|for) sign/i
/** What the first key's text says of the second is about the second. */
const ABOUT_ANOTHER =
  /[^.\n]{0,80}\b(?:second|other|zweite|segunda|deuxième|autre|otra)\b[^.\n]{0,20}\b(?:key|schlüssel|clave|clé|chave)\b[^.\n]{0,120}/gi

/** A fingerprint whose end is not the printed id is not taken: one of the two is wrong, and nobody here knows which. */
const contradicted = ({ fingerprint, ids }: Draft): boolean =>
  fingerprint !== null && ids.length > 0 && !ids.some(({ digits }) => endsWith(fingerprint, digits))

const isSigningOnly = (region: string, index: number): boolean =>
  SIGNING_ONLY.test(index === 0 ? region.replaceAll(ABOUT_ANOTHER, ' ') : region) || MASTER.test(region)

function toKey(draft: Draft, all: readonly Draft[], zone: string | null, block: ArmorBlock | undefined): CardKey {
  const region = regionOf(draft, all)
  const id = draft.ids.toSorted((a, b) => b.digits.length - a.digits.length)[0]
  const expires = expiryIn(region, zone) ?? (block ? expiryIn(block.text, zone) : null)
  return {
    fingerprint: contradicted(draft) ? null : draft.fingerprint,
    keyIdPrinted: id?.text ?? null,
    state: block ? 'unreadable' : 'not-included',
    expires,
    use: isSigningOnly(region, all.indexOf(draft)) && (all.length > 1 || MASTER.test(region)) ? 'signing-only' : 'team',
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
