/** What is done with keys in a thread of its own: unlocking is slow on purpose, and a ring of thousands is long; the desk goes on meanwhile. */
import type { KeyAsRead } from '../../../shared/domain/key/update.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import {
  extendKey,
  generateKey,
  isLocked,
  lookOver,
  mergeKeys,
  protectSecret,
  revokeKey,
  unlockSecret,
  unlockToKeep,
  type KeyPair,
  type NewKey,
} from './key-material.ts'
import { applyRevocation } from './revocation.ts'

export interface KeyToMerge {
  /** Armoured: what is here. */
  readonly known: string
  /** Armoured: what came. */
  readonly copies: readonly string[]
  /** Armoured: the secret half that is here and gets the same; null for others' keys. */
  readonly secret: string | null
}

export type MergedKey = KeyAsRead & {
  readonly armored: string
  readonly armoredSecret: string | null
  readonly changed: boolean
}

/** Each by itself: one that cannot be merged keeps none of the others from it. */
const mergeAll = async (
  keys: readonly KeyToMerge[],
  now: string,
): Promise<Result<readonly Result<MergedKey, Saying>[], Saying>> => {
  const merged: Result<MergedKey, Saying>[] = []
  for (const key of keys) merged.push(await mergeOne(key, now))
  return ok(merged)
}

/** @returns `key-unreadable`, `key-differs`. */
export async function mergeOne({ known, copies, secret }: KeyToMerge, now: string): Promise<Result<MergedKey, Saying>> {
  let [armored, changed] = [known, false]
  for (const copy of copies) {
    const step = await mergeKeys(armored, copy)
    if (!step.ok) return step
    armored = step.value.armored
    changed ||= step.value.changed
  }
  const seen = await lookOver(armored, now)
  if (!seen.ok) return seen
  if (secret === null) return ok({ ...seen.value, armored, armoredSecret: null, changed })
  const own = await mergeKeys(secret, armored)
  return own.ok
    ? ok({ ...seen.value, armored, armoredSecret: own.value.armored, changed: changed || own.value.changed })
    : own
}

/** The one key that a revocation proves to be of, revoked. @returns `key-revocation-alone`. */
async function applyToOne(
  keys: readonly { readonly known: string; readonly secret: string | null }[],
  certificate: string,
  now: string,
): Promise<Result<MergedKey, Saying>> {
  for (const { known, secret } of keys) {
    const applied = await applyRevocation(known, certificate, now)
    if (applied.ok) return mergeOne({ known, copies: [applied.value], secret }, now)
  }
  return fail(saying('key-revocation-alone'))
}

type NewKeyInput = Parameters<typeof generateKey>[0]

async function generateAndSee(input: NewKeyInput): Promise<Result<NewKey & KeyAsRead, Saying>> {
  const made = await generateKey(input)
  if (!made.ok) return made
  const seen = await lookOver(made.value.armoredPublic, input.now)
  return seen.ok ? ok({ ...made.value, ...seen.value }) : seen
}

/** A change of a secret key, and what its public half is afterwards. */
async function andSee(
  change: Promise<Result<KeyPair, Saying>>,
  now: string,
): Promise<Result<KeyPair & KeyAsRead, Saying>> {
  const changed = await change
  if (!changed.ok) return changed
  const seen = await lookOver(changed.value.armoredPublic, now)
  return seen.ok ? ok({ ...changed.value, ...seen.value }) : seen
}

export const keyActs = {
  generate: generateAndSee,
  unlock: unlockSecret,
  unlockToKeep,
  protect: protectSecret,
  revoke: (...args: Parameters<typeof revokeKey>) => andSee(revokeKey(...args), args[3]),
  extend: (...args: Parameters<typeof extendKey>) => andSee(extendKey(...args), args[3]),
  applyRevocation,
  applyToOne,
  lookOver,
  mergeAll,
  isLocked: async (armored: string): Promise<Result<boolean, Saying>> => ok(await isLocked(armored)),
} as const

export type KeyActs = typeof keyActs
export type KeyActName = keyof KeyActs

export interface KeyActInput {
  readonly act: KeyActName
  readonly args: readonly unknown[]
}

/** The border: only key-apart.ts makes such an input, with the arguments of that act. */
export function actOnKey({ act, args }: KeyActInput): Promise<Result<unknown, Saying>> {
  const run = keyActs[act] as (...given: readonly unknown[]) => Promise<Result<unknown, Saying>>
  return run(...args)
}
