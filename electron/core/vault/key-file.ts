/**
 * What vault.json shows of a sealed vault: which data key it has, and that key wrapped twice, by passphrase and by printed
 * recovery key. The file holds it twice (key-slots.ts), so that a torn or damaged copy leaves the other.
 */
import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'

export const vaultFormat = 2

const base64 = z.base64().max(500)
const costSchema = z.object({
  /** KiB. */
  memory: z.int().min(8),
  passes: z.int().min(1),
  lanes: z.int().min(1),
})

/** As format 1 had it; `form` says which shown values a wrap authenticates, so that it stays good in a newer file. */
const recovery1Schema = z.object({ form: z.literal(1), salt: base64, sealed: base64, since: z.iso.datetime() })
const recovery2Schema = z.object({
  form: z.literal(2),
  /** X25519 (SPKI), of the printed key: a new data key is wrapped without the sheet. */
  publicKey: base64,
  once: base64,
  sealed: base64,
  since: z.iso.datetime(),
})

export const keyFileSchema = z.object({
  signet: z.literal('vault'),
  format: z.literal(vaultFormat),
  /** Grows with each change: the higher of two slots is the newer. */
  turn: z.int().min(0),
  copy: z.uuid(),
  trial: z.boolean(),
  createdAt: z.iso.datetime(),
  /** X25519 public key: `drop` seals messages to it while the vault is locked. */
  dropKey: base64,
  dataKey: z.object({ id: z.uuid(), since: z.iso.datetime() }),
  passphrase: costSchema.extend({
    form: z.literal([1, 2]),
    salt: base64,
    sealed: base64,
    since: z.iso.datetime(),
    /** Sealed by the system's keyring of one machine and login; `check` tells another secret from a wrong passphrase. */
    device: z.object({ sealed: z.base64().max(4_000), check: base64 }).nullable(),
  }),
  recovery: z.discriminatedUnion('form', [recovery1Schema, recovery2Schema]),
  /** Of a sheet that was made and not proved yet: until it is, the one before it opens as well. */
  nextRecovery: recovery2Schema.nullable().default(null),
})
export type KeyFile = z.infer<typeof keyFileSchema>

/** Format 1: one wrap each, once in the file. */
export const keyFile1Schema = z.object({
  signet: z.literal('vault'),
  format: z.literal(1),
  copy: z.uuid(),
  trial: z.boolean(),
  createdAt: z.iso.datetime(),
  dropKey: base64,
  passphrase: costSchema.extend({ salt: base64, sealed: base64 }),
  recovery: z.object({ salt: base64, sealed: base64 }),
})

/** Its wraps stay as they are. When passphrase and sheet were last changed it did not say: the making is the earliest. */
export function fromFormat1(file: z.infer<typeof keyFile1Schema>): KeyFile {
  const { copy, createdAt, passphrase, recovery } = file
  return {
    ...file,
    format: vaultFormat,
    turn: 0,
    dataKey: { id: copy, since: createdAt },
    passphrase: { form: 1, ...passphrase, since: createdAt, device: null },
    recovery: { form: 1, ...recovery, since: createdAt },
    nextRecovery: null,
  }
}

/** A file may come from anywhere: 1 GiB, 10 passes, and no more than 4 GiB are gone through in all (some 5 s). */
const limits = { memory: 1_048_576, passes: 10, lanes: 16, work: 4_194_304 }

/** Argon2 itself wants 8 KiB for each lane (RFC 9106 section 3.1). */
export function withinLimits(file: KeyFile): Result<KeyFile, Saying> {
  const { memory, passes, lanes } = file.passphrase
  const fits = memory <= limits.memory && passes <= limits.passes && lanes <= limits.lanes
  if (fits && memory >= 8 * lanes && memory * passes <= limits.work) return ok(file)
  return fail(saying('key-file-limits', { megabytes: Math.round(memory / 1024), passes, lanes }))
}
