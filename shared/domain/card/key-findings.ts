/** Says what is wrong with a printed key: its block, its id, its fingerprint, its age. */
import { saying } from '../../words/say.ts'
import { checkArmor, type ArmorBlock } from './armor.ts'
import type { CardFinding, CardKey } from './card-reading.ts'
import { brokenFingerprintsIn, type PrintedHex } from './fingerprints.ts'
import { finding } from './finding.ts'
import type { Section } from './sections.ts'

/** A key as the text announces it, before its block and expiry are looked for. */
export interface Draft {
  readonly fingerprint: string | null
  readonly ids: readonly PrintedHex[]
  readonly start: number
  readonly line: number
  readonly section: Section
}

export const endsWith = (fingerprint: string | null, id: string): boolean => fingerprint?.endsWith(id) ?? false
export function blockFindings(block: ArmorBlock): readonly CardFinding[] {
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

export function idFindings({ ids, fingerprint, section }: Draft): readonly CardFinding[] {
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

export const expired = (key: CardKey, now: string): readonly CardFinding[] =>
  key.expires && Date.parse(key.expires) < Date.parse(now)
    ? [finding('error', key.line, saying('key-expired', { date: key.expires.slice(0, 10) }))]
    : []

export const brokenIn = (section: Section): readonly CardFinding[] =>
  brokenFingerprintsIn(section.flow.text)
    .slice(0, 10)
    .map(({ digits, start }) =>
      finding(
        'warning',
        section.flow.lineAt(start),
        saying('fingerprint-invalid', { fingerprint: digits, count: digits.length }),
      ),
    )
