/** The keys that the vault keeps, by full fingerprint, with the decisions that people took about each. */
import { z } from 'zod'
import { asOf, type InspectedKey } from '../../../shared/domain/key/key.ts'
import { partUses } from '../../../shared/domain/key/parts.ts'
import type { SigningRole } from '../../../shared/ipc/key-views.ts'
import { trustHows, trusts } from '../../../shared/ipc/views.ts'
import type { Ports } from '../ports.ts'
import { recordsOf, type Records, type Store } from '../store/store.ts'

const decisionSchema = z.object({
  at: z.string(),
  code: z.string(),
  trust: z.enum(trusts),
  how: z.enum(trustHows).nullable(),
  note: z.string(),
})

const partSchema = z.object({
  fingerprint: z.string(),
  uses: z.array(z.enum(partUses)).readonly(),
  algorithm: z.string(),
  created: z.string(),
  expires: z.string().nullable(),
  flaw: z.enum(['revoked', 'invalid']).nullable(),
})

/** What has a default came after the first vaults: their records are read as they are. */
const keySchema = z.object({
  fingerprint: z.string(),
  role: z.enum(['desk', 'team', 'other']),
  /** Armoured public key. */
  publicKey: z.string(),
  /** Armoured secret key and its passphrase, own keys only; both are sealed with the store. */
  secretKey: z.string().nullable(),
  passphrase: z.string().nullable(),
  /** The secret key has a lock of its own, whether its passphrase is kept or not. */
  locked: z.boolean().default(false),
  inspected: z.custom<InspectedKey>((value) => typeof value === 'object' && value !== null),
  parts: z.array(partSchema).readonly().default([]),
  card: z.string().nullable(),
  trust: z.enum(trusts),
  decisions: z.array(decisionSchema).readonly(),
  /** Armoured, made while the key was open. Own keys only. */
  revocation: z.string().nullable().default(null),
  /** Beside 'team', which the profile's team key says. */
  signsFor: z
    .array(z.enum(['announcements', 'personal']))
    .readonly()
    .default([]),
  lastBackup: z.string().nullable().default(null),
})
export type KeyRecord = z.infer<typeof keySchema>

/** @param teamKey of the profile, read once for a whole list. */
export const signingRolesOf = (
  teamKey: string | null,
  { fingerprint, signsFor }: KeyRecord,
): readonly SigningRole[] => [...(teamKey === fingerprint ? (['team'] as const) : []), ...signsFor]

/** What was removed and must not come back as if nothing had been: a revocation, a rejection, what people decided. */
const removedSchema = z.object({
  fingerprint: z.string(),
  /** Armoured; null unless it was revoked. */
  publicKey: z.string().nullable(),
  trust: z.enum(trusts),
  decisions: z.array(decisionSchema).readonly(),
})

export const removedKeysOf = (store: Pick<Store, 'db'>): Records<z.infer<typeof removedSchema>> =>
  recordsOf(store, 'key-removed', removedSchema)

/** Every key as it stands now: what was usable when it was imported may have expired since. */
export function keysNow({
  store,
  ports,
}: {
  store: Pick<Store, 'db'>
  ports: Pick<Ports, 'now'>
}): readonly KeyRecord[] {
  const now = new Date(ports.now()).toISOString()
  return keysOf(store)
    .all()
    .map((key) => ({ ...key, inspected: asOf(key.inspected, now, key.parts) }))
}

const held = new WeakMap<Store['db'], Map<string, KeyRecord>>()

/** Read once and kept in step with every commit: a ring of thousands is asked for with every list and every message. */
export function keysOf(store: Pick<Store, 'db'>): Records<KeyRecord> {
  const records = recordsOf(store, 'key', keySchema)
  const load = (): Map<string, KeyRecord> => {
    const known = held.get(store.db)
    if (known !== undefined) return known
    const loaded = new Map(records.all().map((key) => [key.fingerprint, key]))
    held.set(store.db, loaded)
    return loaded
  }
  return {
    get: (id) => load().get(id) ?? null,
    all: () => [...load().values()],
    put: (tx, id, key) => {
      records.put(tx, id, key)
      tx.after(() => held.get(store.db)?.set(id, key))
    },
    drop: (tx, id) => {
      records.drop(tx, id)
      tx.after(() => held.get(store.db)?.delete(id))
    },
  }
}
