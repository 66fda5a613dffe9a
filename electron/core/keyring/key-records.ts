/** The keys that the vault keeps, by full fingerprint, with the decisions that people took about each. */
import { z } from 'zod'
import { asOf, type InspectedKey } from '../../../shared/domain/key/key.ts'
import { trustHows, trusts } from '../../../shared/ipc/views.ts'
import type { Ports } from '../ports.ts'
import { recordsOf, type Records, type Store } from '../store/store.ts'

const keySchema = z.object({
  fingerprint: z.string(),
  role: z.enum(['desk', 'team', 'other']),
  /** Armoured public key. */
  publicKey: z.string(),
  /** Armoured secret key and its passphrase, own keys only; both are sealed with the store. */
  secretKey: z.string().nullable(),
  passphrase: z.string().nullable(),
  inspected: z.custom<InspectedKey>((value) => typeof value === 'object' && value !== null),
  card: z.string().nullable(),
  trust: z.enum(trusts),
  decisions: z.array(
    z.object({
      at: z.string(),
      code: z.string(),
      trust: z.enum(trusts),
      how: z.enum(trustHows).nullable(),
      note: z.string(),
    }),
  ),
})
export type KeyRecord = z.infer<typeof keySchema>

/** Every key as it stands now: what was usable when it was imported may have expired since. */
export const keysNow = ({
  store,
  ports,
}: {
  store: Pick<Store, 'db'>
  ports: Pick<Ports, 'now'>
}): readonly KeyRecord[] => {
  const now = new Date(ports.now()).toISOString()
  return keysOf(store)
    .all()
    .map((key) => ({ ...key, inspected: asOf(key.inspected, now) }))
}

export const keysOf = (store: Pick<Store, 'db'>): Records<KeyRecord> => recordsOf(store, 'key', keySchema)
