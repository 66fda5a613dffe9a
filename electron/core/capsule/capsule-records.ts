/** What the vault remembers of capsules: those that it made, with a number that only goes up, and those that it took. */
import { z } from 'zod'
import { recordsOf, type Records, type Store, type Tx } from '../store/store.ts'
import { capsuleKinds, senderSchema } from './capsule-format.ts'

const madeSchema = z.object({
  id: z.string(),
  kind: z.enum(capsuleKinds),
  /** Fingerprint. */
  to: z.string(),
  code: z.string(),
  counter: z.int(),
  at: z.string(),
  file: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  /** Of a field copy: the tag that it was given. */
  tag: z.string().nullable(),
  cases: z.number(),
})
export type MadeRecord = z.infer<typeof madeSchema>

export const madeOf = (store: Pick<Store, 'db'>): Records<MadeRecord> => recordsOf(store, 'capsule-made', madeSchema)

const takenSchema = z.object({
  id: z.string(),
  kind: z.enum(capsuleKinds),
  from: senderSchema,
  counter: z.int(),
  madeAt: z.string(),
  at: z.string(),
})
export type TakenRecord = z.infer<typeof takenSchema>

export const takenOf = (store: Pick<Store, 'db'>): Records<TakenRecord> =>
  recordsOf(store, 'capsule-taken', takenSchema)

/** The next one of this copy: given once, also where the capsule is then not written. */
export function nextCounter(tx: Tx): number {
  const next = Number(tx.db.prepare("SELECT value FROM meta WHERE name = 'capsules'", { pluck: true }).get() ?? 0) + 1
  tx.db
    .prepare(
      "INSERT INTO meta (name, value) VALUES ('capsules', ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
    )
    .run([String(next)])
  return next
}

/** MK, MK2, MK3: the same key always gets the same one, so that a field copy can be brought up to date. */
export function tagFor(store: Pick<Store, 'db'>, code: string, to: string): string {
  const given = madeOf(store)
    .all()
    .filter(({ tag }) => tag !== null)
  const before = given.find((one) => one.to === to)?.tag ?? null
  return before ?? `${code}${new Set(given.map(({ tag }) => tag)).size + 2}`
}
