/** The calls about keys. */
import { z } from 'zod'
import { core } from './call.ts'
import { fingerprint, file, id, none, passphrase, short, target, text } from './inputs.ts'
import { signingRoles, type KeyPreview, type KeysTaken, type KeyView } from './key-views.ts'
import { trustHows, trusts, type KeyRow } from './views.ts'

const days = z.int().min(1).max(3_660)

export const keyCalls = {
  'key.list': core<readonly KeyRow[]>()(none),
  'key.show': core<KeyView>()(z.object({ fingerprint })),
  /** Reads a file of keys and stores nothing: a key, a ring of thousands, a WKD or key-server answer saved to disk. */
  'key.preview': core<readonly KeyPreview[]>()(z.object({ file })),
  'key.import': core<KeysTaken>()(
    z.object({
      file,
      card: id.optional(),
      role: z.enum(['team', 'other']).default('other'),
      /** Unlocks own keys; without it they are kept locked and asked for when needed. */
      passphrase: passphrase.optional(),
      /** Only these keys of the file; all where it is missing. */
      only: z.array(fingerprint).max(20_000).optional(),
    }),
  ),
  'key.generate': core<KeyRow>()(
    z.object({
      name: short.min(1),
      email: z.email().max(320),
      role: z.enum(['desk', 'team']),
      passphrase: passphrase.min(1).nullable().default(null),
      days: days.nullable().default(730),
    }),
  ),
  'key.export': core<{ armored: string }>()(z.object({ fingerprint })),
  /** Public key or full fingerprint to the clipboard, cleared after 20 s. */
  'key.copy': core<null>()(z.object({ fingerprint, what: z.enum(['key', 'fingerprint']) })),
  'key.trust': core<KeyView>()(
    z.object({
      fingerprint,
      trust: z.enum(trusts),
      how: z.enum(trustHows),
      note: text.min(1),
      number: short.optional(),
    }),
  ),
  /** Says whose key it is; null: nobody's that we know. */
  'key.card': core<KeyView>()(z.object({ fingerprint, card: id.nullable() })),
  /** Others' keys only; `typed` is the last four digits of the fingerprint. What they signed stays. */
  'key.drop': core<null>()(z.object({ fingerprint, typed: short })),

  /** A new end, counted from now, for the key and its subkeys that still hold; null: none. */
  'key.extend': core<KeyView>()(z.object({ fingerprint, days: days.nullable() })),
  /** `next` null: no lock but the vault's. */
  'key.passphrase': core<KeyView>()(
    z.object({ fingerprint, current: passphrase.nullable(), next: passphrase.min(1).nullable(), keep: z.boolean() }),
  ),
  /** Tries the passphrase and keeps it in memory until lock, or in the vault. */
  'key.unlock': core<KeyView>()(z.object({ fingerprint, passphrase, keep: z.enum(['session', 'vault']) })),
  /** Out of memory and out of the vault: it is asked for again. */
  'key.forget': core<KeyView>()(z.object({ fingerprint })),
  'key.revoke': core<KeyView>()(
    z.object({ fingerprint, reason: z.enum(['no-reason', 'superseded', 'compromised', 'retired']) }),
  ),
  'key.signsFor': core<readonly KeyRow[]>()(z.object({ fingerprint, roles: z.array(z.enum(signingRoles)).max(3) })),
  /** The secret key, locked by the given passphrase, with its public key and revocation: a file, or a page to print. */
  'key.backup': core<{ file: string; sha256: string }>()(
    z.object({ fingerprint, form: z.enum(['file', 'paper']), passphrase: passphrase.min(8), to: target }),
  ),
} as const
