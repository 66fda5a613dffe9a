/**
 * vault.json: what a sealed vault shows of itself, and the vault key wrapped twice, by passphrase (Argon2id) and by printed
 * recovery key. Every shown value is authenticated by both wraps: a changed file opens for nobody.
 */
import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { hashRaw } from '@node-rs/argon2'
import { z } from 'zod'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import type { KdfCost, Ports } from '../ports.ts'
import { canonical, sha256 } from '../store/canonical.ts'
import { writeFileSafely } from './files.ts'
import { readRecoveryKey } from './recovery-key.ts'
import { deriveKey, seal, unseal } from './seal.ts'

export const vaultFormat = 1
export const longestKeyFile = 100_000

const base64 = z.base64().max(500)
const wrapSchema = z.object({ salt: base64, sealed: base64 })
const keyFileSchema = z.object({
  signet: z.literal('vault'),
  format: z.literal(vaultFormat),
  copy: z.uuid(),
  trial: z.boolean(),
  createdAt: z.iso.datetime(),
  /** X25519 public key: `drop` seals messages to it while the vault is locked. */
  dropKey: base64,
  passphrase: wrapSchema.extend({
    // Upper limits, because a vault file may come from anywhere: 1 GiB, 10 passes.
    memory: z.int().min(8).max(1_048_576),
    passes: z.int().min(1).max(10),
    lanes: z.int().min(1).max(16),
  }),
  recovery: wrapSchema,
})
export type KeyFile = z.infer<typeof keyFileSchema>
type Shown = Pick<KeyFile, 'format' | 'copy' | 'trial' | 'createdAt' | 'dropKey'>

export const keyFilePath = (dir: string): string => join(dir, 'vault.json')

export function readKeyFile(dir: string): Result<KeyFile, Saying> {
  const path = keyFilePath(dir)
  const found = statSync(path, { throwIfNoEntry: false })
  if (found?.isFile() !== true || found.size > longestKeyFile) return fail(saying('vault-not-found', { dir }))
  return parseKeyFile(readFileSync(path, 'utf8')) ?? fail(saying('vault-not-found', { dir }))
}

/** null where the text is readable, but of no vault. A damaged one must not look like a wrong passphrase, so it has a sum. */
export function parseKeyFile(text: string): Result<KeyFile, Saying> | null {
  const damaged = fail(saying('vault-damaged', { detail: 'vault.json' }))
  const content = parseJson(text)
  if (content === undefined) return damaged
  const format = z.object({ signet: z.literal('vault'), format: z.int() }).safeParse(content)
  if (!format.success) return null
  if (format.data.format > vaultFormat) return fail(saying('vault-newer', { format: format.data.format }))
  const parsed = keyFileSchema.extend({ sum: z.string() }).safeParse(content)
  if (!parsed.success) return damaged
  const { sum, ...file } = parsed.data
  return sum === sumOf(file) ? ok(file) : damaged
}

export const keyFileText = (file: KeyFile): string => `${JSON.stringify({ ...file, sum: sumOf(file) }, null, 2)}\n`

/** Tells accidents, nothing more: what somebody changed on purpose, the wraps refuse. */
const sumOf = (file: KeyFile): string => sha256(canonical(file))

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

export const writeKeyFile = (dir: string, file: KeyFile): void =>
  writeFileSafely(keyFilePath(dir), Buffer.from(keyFileText(file)))

/**
 * Argon2id (RFC 9106, the package's default). Passphrases are compared as people type them: NFKC, so that a keyboard's composed
 * and decomposed letters agree.
 */
export async function passphraseKey(passphrase: string, salt: Uint8Array, cost: KdfCost): Promise<Buffer> {
  const key = await hashRaw(passphrase.normalize('NFKC'), {
    salt,
    memoryCost: cost.memory,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
    // The package's default algorithm is Argon2id; a test holds it against another implementation.
  })
  return key
}

const bound = (use: 'passphrase' | 'recovery', shown: Shown, salt: string, cost: KdfCost | null): string =>
  JSON.stringify([use, shown.format, shown.copy, shown.trial, shown.createdAt, shown.dropKey, salt, cost])

const costOf = ({ memory, passes, lanes }: KdfCost): KdfCost => ({ memory, passes, lanes })

export async function wrapWithPassphrase(
  vaultKey: Uint8Array,
  passphrase: string,
  shown: Shown,
  { kdf, random }: Pick<Ports, 'kdf' | 'random'>,
): Promise<KeyFile['passphrase']> {
  const salt = Buffer.from(random(16))
  const key = await passphraseKey(passphrase, salt, kdf)
  const sealed = seal(key, vaultKey, bound('passphrase', shown, salt.toString('base64'), costOf(kdf)))
  return { salt: salt.toString('base64'), sealed: sealed.toString('base64'), ...costOf(kdf) }
}

export function wrapWithRecovery(
  vaultKey: Uint8Array,
  recoveryKey: Uint8Array,
  shown: Shown,
  random: Ports['random'],
): KeyFile['recovery'] {
  const salt = Buffer.from(random(16))
  const key = deriveKey(recoveryKey, 'recovery', salt)
  const sealed = seal(key, vaultKey, bound('recovery', shown, salt.toString('base64'), null))
  return { salt: salt.toString('base64'), sealed: sealed.toString('base64') }
}

/** The vault key, or null where the passphrase is wrong or the file was changed. */
export async function openWithPassphrase(file: KeyFile, passphrase: string): Promise<Buffer | null> {
  const { salt, sealed } = file.passphrase
  const key = await passphraseKey(passphrase, Buffer.from(salt, 'base64'), file.passphrase)
  return unseal(key, Buffer.from(sealed, 'base64'), bound('passphrase', file, salt, costOf(file.passphrase)))
}

export function openWithRecovery(file: KeyFile, recoveryKey: Uint8Array): Buffer | null {
  const { salt, sealed } = file.recovery
  const key = deriveKey(recoveryKey, 'recovery', Buffer.from(salt, 'base64'))
  return unseal(key, Buffer.from(sealed, 'base64'), bound('recovery', file, salt, null))
}

/** For a vault that is not here, a backup's: what was typed may be its passphrase or its printed recovery key. */
export async function openKeyFile(file: KeyFile, typed: string): Promise<Buffer | null> {
  const recoveryKey = readRecoveryKey(typed)
  const recovered = recoveryKey === null ? null : openWithRecovery(file, recoveryKey)
  return recovered ?? (await openWithPassphrase(file, typed))
}
