/**
 * What the open vault keeps of the printed recovery key: enough to wrap a new data key for it and to tell whether three of its
 * groups were typed back, not enough to open anything. Who has an older backup and its passphrase must not get today's sheet.
 */
import { pbkdf2Sync } from 'node:crypto'
import { z } from 'zod'
import { recordsOf, type Records, type Store, type Tx } from '../store/store.ts'
import type { KeyFile } from './key-file.ts'
import { plainSigns } from './recovery-key.ts'
import { sheetKeysOf } from './key-wraps.ts'

const sheetSchema = z.object({
  publicKey: z.string(),
  share: z.string(),
  salt: z.string(),
  /** One for each three of the eight groups, in the order of `triples`. */
  marks: z.array(z.string()),
  provedAt: z.string().nullable(),
})
export type Sheet = z.infer<typeof sheetSchema>

const sheetsOf = (store: Pick<Store, 'db'>): Records<Sheet> => recordsOf(store, 'recovery-sheet', sheetSchema)

/** Places of groups, counted from 1: all 56 choices of three of eight. */
const triples: readonly (readonly [number, number, number])[] = Array.from(
  { length: 8 * 8 * 8 },
  (_, at) => [1 + Math.floor(at / 64), 1 + (Math.floor(at / 8) % 8), 1 + (at % 8)] as const,
).filter(([a, b, c]) => a < b && b < c)

/**
 * Three groups are 75 bits, which no machine goes through; one group alone, 25 bits, would be found in a second, so nothing is
 * kept of single groups.
 */
const markOf = (salt: string, places: readonly number[], groups: readonly string[]): string =>
  pbkdf2Sync(`${places.join(' ')} ${groups.join(' ')}`, Buffer.from(salt, 'base64'), 1_000, 32, 'sha256').toString(
    'base64',
  )

/** `printed`: as printRecoveryKey gives it. */
export function sheetOf(recoveryKey: Uint8Array, printed: string, random: (bytes: number) => Uint8Array): Sheet {
  const groups = printed.split('-')
  const salt = Buffer.from(random(16)).toString('base64')
  const marks = triples.map((places) =>
    markOf(
      salt,
      places,
      places.map((place) => groups[place - 1] ?? ''),
    ),
  )
  return { ...sheetKeysOf(recoveryKey), salt, marks, provedAt: null }
}

/** Kept beside that of the present sheet until vault.json has the new one. */
export const keepSheet = (store: Pick<Store, 'db'>, tx: Tx, sheet: Sheet): void =>
  sheetsOf(store).put(tx, sheet.publicKey, sheet)

/** Sheets that vault.json does not know any more. */
export function dropOtherSheets(store: Pick<Store, 'db'>, tx: Tx, file: KeyFile): void {
  const sheets = sheetsOf(store)
  const known = [presentSheet(store, file), nextSheet(store, file)].map((sheet) => sheet?.publicKey)
  for (const { publicKey } of sheets.all()) if (!known.includes(publicKey)) sheets.drop(tx, publicKey)
}

/** null for a sheet that format 1 made: nothing was kept of it. */
export function presentSheet(store: Pick<Store, 'db'>, { recovery }: Pick<KeyFile, 'recovery'>): Sheet | null {
  return recovery.form === 1 ? null : sheetsOf(store).get(recovery.publicKey)
}

/** The one that was made and not proved yet. */
export const nextSheet = (store: Pick<Store, 'db'>, { nextRecovery }: Pick<KeyFile, 'nextRecovery'>): Sheet | null =>
  nextRecovery === null ? null : sheetsOf(store).get(nextRecovery.publicKey)

export interface TypedGroup {
  /** From 1. */
  readonly place: number
  readonly text: string
}

/** `groups`: three of different places, in any order. */
export function isOnSheet({ salt, marks }: Sheet, groups: readonly TypedGroup[]): boolean {
  const typed = groups.toSorted((a, b) => a.place - b.place)
  const places = typed.map(({ place }) => place)
  const at = triples.findIndex((triple) => triple.join() === places.join())
  return (
    at >= 0 &&
    marks[at] ===
      markOf(
        salt,
        places,
        typed.map(({ text }) => plainSigns(text)),
      )
  )
}
