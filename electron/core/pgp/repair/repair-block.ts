/** The repair of one printed public key: proposed by a search that is bounded in time, accepted only where every proof holds and no other repair would. */
import type { Key } from 'openpgp'
import type { KeyRepair } from '../../../../shared/domain/key/key.ts'
import { saying, type Saying } from '../../../../shared/words/say.ts'
import { crc24 } from '../armour.ts'
import { toFingerprint } from '../config.ts'
import { guessOf } from './alike.ts'
import { digitOf, octets, textOf } from './digits.ts'
import type { PrintedBody } from './printed-block.ts'
import { provesItself, readWhole } from './prove-key.ts'
import { listRepairs } from './repairs.ts'
import { searchKey } from './search-key.ts'

export interface RepairedKey {
  readonly bytes: Uint8Array
  readonly key: Key
  readonly repairs: readonly KeyRepair[]
  readonly finding: Saying
}

export type RepairOutcome =
  | { readonly ok: true; readonly value: RepairedKey }
  /** `repair-not-found`, `repair-ambiguous`, `repair-stopped`, `repair-too-long`. */
  | { readonly ok: false; readonly problem: Saying }

/** Characters. A key of RSA 4096 with five subkeys and ten names is shorter; a key with a picture or many certifications is not. */
export const LONGEST_BODY = 24_000

/** Changes beyond that are another text and no repair. */
const MOST_REPAIRS = 24

/**
 * @param announced full fingerprint in hex, that came from somewhere else than the key's own octets.
 * @param isOver asked all the time; once it says true, the search ends with what is proved by then.
 */
export async function repairBlock(
  { characters, checksum }: PrintedBody,
  announced: string,
  isOver: () => boolean,
): Promise<RepairOutcome> {
  if (characters.length > LONGEST_BODY) return refused(saying('repair-too-long', { limit: LONGEST_BODY }))
  const target = Buffer.from(announced, 'hex')
  const found = new Map<string, Uint8Array>()
  for (const digits of readingsOf(characters)) {
    for (const mended of searchKey({ digits, checksum, announced: target, isOver })) found.set(textOf(mended), mended)
  }
  if (found.size > 1) return refused(saying('repair-ambiguous'))
  const [digits] = found.values()
  if (digits === undefined) return refused(saying(isOver() ? 'repair-stopped' : 'repair-not-found'))
  return accept(characters, digits, checksum, announced)
}

const refused = (problem: Saying): RepairOutcome => ({ ok: false, problem })

/** Characters that are no base64 may stand for one that is, or be too many. */
function readingsOf(characters: readonly string[]): readonly Uint8Array[] {
  const guessed = Uint8Array.from(characters, (character) => {
    const digit = digitOf(character)
    return digit < 0 ? guessOf(character) : digit
  })
  const left = Uint8Array.from(characters.map(digitOf).filter((digit) => digit >= 0))
  return left.length === guessed.length ? [guessed] : [guessed, left]
}

/** All proofs once more, by other means than those of the search. */
async function accept(
  characters: readonly string[],
  digits: Uint8Array,
  checksum: number | null,
  announced: string,
): Promise<RepairOutcome> {
  const bytes = octets(digits)
  const key = await readWhole(bytes)
  const repairs = listRepairs(characters, Array.from(textOf(digits)))
  const holds =
    key !== null &&
    !key.isPrivate() &&
    toFingerprint(key.getFingerprint()) === announced &&
    (checksum === null || crc24(bytes) === checksum) &&
    repairs.length > 0 &&
    repairs.length <= MOST_REPAIRS &&
    (await provesItself(key))
  if (!holds) return refused(saying('repair-not-found'))
  const count = repairs.length
  const finding = checksum === null ? saying('key-repaired-no-checksum', { count }) : saying('key-repaired', { count })
  return { ok: true, value: { bytes, key, repairs, finding } }
}
