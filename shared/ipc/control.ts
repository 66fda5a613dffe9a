/** What main and the vault process say to each other: control only, so that case text never passes through main. */
import { z } from 'zod'

const path = z.string().min(1).max(10_000)
const counts = z.object({
  overdue: z.int().min(0),
  dueSoon: z.int().min(0),
  unread: z.int().min(0),
})
/** Instants at which a locked desk rings: UTC, the next ones only. */
const dues = z.array(z.iso.datetime()).max(1_000).readonly()

/** base64: a device secret, or its sealed form. */
const device = z.base64().max(4_000)

/** What the keyring of the system is asked: main keeps nothing of it, the sealed form lies in vault.json. */
const deviceAskSchema = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('refusal') }),
  z.object({ ask: z.literal('seal'), data: device }),
  z.object({ ask: z.literal('open'), data: device }),
])
export type DeviceAsk = z.infer<typeof deviceAskSchema>

const deviceAnswerSchema = z.object({
  /** null: none, it was done. */
  problem: z
    .object({
      code: z.enum([
        'device-no-keyring',
        'device-weak-keyring',
        'device-unknown-keyring',
        'device-failed',
        'device-lost',
      ]),
      params: z.record(z.string().max(20), z.string().max(100)),
    })
    .nullable(),
  data: device,
})
export type DeviceAnswer = z.infer<typeof deviceAnswerSchema>

export const toVaultSchema = z.discriminatedUnion('kind', [
  /** Once, first: which folder; on the Chromium host only a trial vault may be opened or made in it. */
  z.object({ kind: z.literal('vault'), dir: path, trialOnly: z.boolean() }),
  /** Locked or ended: finish what is being written and exit within a second, after which the process is killed. */
  z.object({ kind: z.literal('close') }),
  /** Comes with one port: answer calls on it. */
  z.object({ kind: z.literal('serve') }),
  /** A person has chosen this file in a dialog: the token may be used once, by this vault process only. */
  z.object({
    kind: z.literal('grant'),
    token: z.string().min(1).max(100),
    path,
    mode: z.enum(['read', 'write']),
    name: z.string().max(1_000),
  }),
  z.object({ kind: z.literal('device'), id: z.int(), answer: deviceAnswerSchema }),
])
export type ToVault = z.infer<typeof toVaultSchema>

export const fromVaultSchema = z.discriminatedUnion('kind', [
  /** Unlocked or made: `name` is for the window's title. */
  z.object({ kind: z.literal('opened'), trial: z.boolean(), name: z.string().max(1_000), dues, counts }),
  z.object({ kind: z.literal('dues'), dues, counts }),
  /** Released text only (ciphertext, a public key, a fingerprint): main writes it and clears it after 20 s. */
  z.object({ kind: z.literal('clipboard'), text: z.string().min(1).max(4_000_000) }),
  /** From now on a call may name this token. */
  z.object({ kind: z.literal('granted'), token: z.string().max(100) }),
  z.object({ kind: z.literal('device'), id: z.int(), ask: deviceAskSchema }),
  /** The keys of the vault are new ones: the desk locks, and a new process opens it. */
  z.object({ kind: z.literal('relock') }),
  /** The process cannot go on; the code is one of shared/words. */
  z.object({ kind: z.literal('failed'), code: z.string().max(100) }),
])
export type FromVault = z.infer<typeof fromVaultSchema>
