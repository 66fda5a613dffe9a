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
  /** The process cannot go on; the code is one of shared/words. */
  z.object({ kind: z.literal('failed'), code: z.string().max(100) }),
])
export type FromVault = z.infer<typeof fromVaultSchema>
