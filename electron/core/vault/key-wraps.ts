/** The data key of a vault wrapped and unwrapped: by passphrase (and device secret), and by the printed recovery key. */
import { createPrivateKey, createPublicKey, diffieHellman, generateKeyPairSync, type KeyObject } from 'node:crypto'
import { hashRaw } from '@node-rs/argon2'
import type { KdfCost, Ports } from '../ports.ts'
import type { KeyFile } from './key-file.ts'
import { readRecoveryKey } from './recovery-key.ts'
import { deriveKey, seal, unseal } from './seal.ts'

type Shown = Pick<KeyFile, 'copy' | 'trial' | 'createdAt' | 'dropKey' | 'dataKey'>
type PassphraseWrap = KeyFile['passphrase']
type RecoveryWrap = KeyFile['recovery']

/**
 * Argon2id (RFC 9106, the package's default; a test holds it against another implementation). Passphrases are compared as people
 * type them: NFKC, so that a keyboard's composed and decomposed letters agree.
 */
export const passphraseKey = (passphrase: string, salt: Uint8Array, cost: KdfCost): Promise<Buffer> =>
  hashRaw(passphrase.normalize('NFKC'), {
    salt,
    memoryCost: cost.memory,
    timeCost: cost.passes,
    parallelism: cost.lanes,
    outputLen: 32,
  })

const shownBytes = ({ copy, trial, createdAt, dropKey }: Shown) => [copy, trial, createdAt, dropKey] as const
const costOf = ({ memory, passes, lanes }: KdfCost): KdfCost => ({ memory, passes, lanes })

/** Every shown value that a wrap vouches for: where one was changed on purpose, nothing opens. */
function boundPassphrase(file: Shown, wrap: Omit<PassphraseWrap, 'sealed'>): string {
  const { form, salt, since, device } = wrap
  return form === 1
    ? JSON.stringify(['passphrase', 1, ...shownBytes(file), salt, costOf(wrap)])
    : JSON.stringify(['passphrase', 2, ...shownBytes(file), file.dataKey, since, salt, costOf(wrap), device])
}

type SheetWrap = Extract<RecoveryWrap, { form: 2 }>

const boundRecovery = (file: Shown, { since, publicKey, once }: Omit<SheetWrap, 'sealed'>): string =>
  JSON.stringify(['recovery', 2, ...shownBytes(file), file.dataKey, since, publicKey, once])

/** `device`: the device secret, where the vault has one. */
async function wrappingKey(passphrase: string, wrap: KdfCost & { salt: string }, device: Uint8Array | null) {
  const key = await passphraseKey(passphrase, Buffer.from(wrap.salt, 'base64'), wrap)
  return device === null ? key : deriveKey(Buffer.concat([key, device]), 'passphrase-device')
}

export interface Passphrase {
  readonly passphrase: string
  readonly cost: KdfCost
  /** UTC ISO. */
  readonly since: string
  readonly device: { readonly secret: Uint8Array; readonly shown: NonNullable<PassphraseWrap['device']> } | null
}

export async function wrapWithPassphrase(
  dataKey: Uint8Array,
  shown: Shown,
  { passphrase, cost, since, device }: Passphrase,
  random: Ports['random'],
): Promise<PassphraseWrap> {
  const salt = Buffer.from(random(16)).toString('base64')
  const wrap = { form: 2 as const, salt, ...costOf(cost), since, device: device?.shown ?? null }
  const key = await wrappingKey(passphrase, wrap, device?.secret ?? null)
  return { ...wrap, sealed: seal(key, dataKey, boundPassphrase(shown, wrap)).toString('base64') }
}

/** The data key, or null where the passphrase is wrong or the file was changed on purpose. */
export async function openWithPassphrase(
  file: KeyFile,
  passphrase: string,
  device: Uint8Array | null = null,
): Promise<Buffer | null> {
  const key = await wrappingKey(passphrase, file.passphrase, device)
  return unseal(key, Buffer.from(file.passphrase.sealed, 'base64'), boundPassphrase(file, file.passphrase))
}

/**
 * What a new data key is wrapped for the sheet with: its public key, and a share that only the sheet and the open vault know, so
 * that who has vault.json alone would have to break AES as well as X25519. Neither opens anything.
 */
export interface SheetKeys {
  /** SPKI, base64. */
  readonly publicKey: string
  /** base64 */
  readonly share: string
}

/** X25519 in PKCS 8 form (RFC 8410): 16 bytes that say so, then the 32 of the key. */
const privateStart = Buffer.from('302e020100300506032b656e04220420', 'hex')

const sheetPrivateKey = (recoveryKey: Uint8Array): KeyObject =>
  createPrivateKey({
    key: Buffer.concat([privateStart, deriveKey(recoveryKey, 'recovery-x25519')]),
    format: 'der',
    type: 'pkcs8',
  })

export const sheetKeysOf = (recoveryKey: Uint8Array): SheetKeys => ({
  publicKey: spki(createPublicKey(sheetPrivateKey(recoveryKey))),
  share: deriveKey(recoveryKey, 'recovery-share').toString('base64'),
})

const spki = (key: KeyObject): string => key.export({ type: 'spki', format: 'der' }).toString('base64')

const publicKeyOf = (text: string): KeyObject =>
  createPublicKey({ key: Buffer.from(text, 'base64'), format: 'der', type: 'spki' })

/** Both public keys go in, so that a wrap opens for this sheet alone (as in RFC 9180). */
const sheetKey = (shared: Uint8Array, { share, publicKey }: SheetKeys, once: string): Buffer =>
  deriveKey(Buffer.concat([shared, Buffer.from(share, 'base64')]), 'recovery-2', Buffer.from(`${once}/${publicKey}`))

export function wrapForSheet(dataKey: Uint8Array, shown: Shown, sheet: SheetKeys, since: string): SheetWrap {
  const pair = generateKeyPairSync('x25519')
  const wrap = { form: 2 as const, publicKey: sheet.publicKey, once: spki(pair.publicKey), since }
  const shared = diffieHellman({ privateKey: pair.privateKey, publicKey: publicKeyOf(sheet.publicKey) })
  const sealed = seal(sheetKey(shared, sheet, wrap.once), dataKey, boundRecovery(shown, wrap))
  return { ...wrap, sealed: sealed.toString('base64') }
}

/** The data key, or null where this is neither the printed key of the vault nor the one that is to follow it. */
export function openWithRecovery(file: KeyFile, recoveryKey: Uint8Array): Buffer | null {
  const { recovery, nextRecovery: next } = file
  const opened = recovery.form === 1 ? openFormat1(file, recovery, recoveryKey) : openSheet(file, recovery, recoveryKey)
  return opened ?? (next === null ? null : openSheet(file, next, recoveryKey))
}

function openFormat1(
  file: Shown,
  { salt, sealed }: Extract<RecoveryWrap, { form: 1 }>,
  recoveryKey: Uint8Array,
): Buffer | null {
  const key = deriveKey(recoveryKey, 'recovery', Buffer.from(salt, 'base64'))
  return unseal(key, Buffer.from(sealed, 'base64'), JSON.stringify(['recovery', 1, ...shownBytes(file), salt, null]))
}

function openSheet(file: Shown, wrap: SheetWrap, recoveryKey: Uint8Array): Buffer | null {
  const sheet = sheetKeysOf(recoveryKey)
  if (sheet.publicKey !== wrap.publicKey) return null
  try {
    const shared = diffieHellman({ privateKey: sheetPrivateKey(recoveryKey), publicKey: publicKeyOf(wrap.once) })
    return unseal(sheetKey(shared, sheet, wrap.once), Buffer.from(wrap.sealed, 'base64'), boundRecovery(file, wrap))
  } catch {
    // Bytes that are no key, or one of the few points that give everybody the same secret.
    return null
  }
}

/** For a vault that is not here, a backup's: what was typed may be its passphrase or its printed recovery key. */
export async function openKeyFile(
  file: KeyFile,
  typed: string,
  device: Uint8Array | null = null,
): Promise<Buffer | null> {
  const recoveryKey = readRecoveryKey(typed)
  const recovered = recoveryKey === null ? null : openWithRecovery(file, recoveryKey)
  return recovered ?? (await openWithPassphrase(file, typed, device))
}
