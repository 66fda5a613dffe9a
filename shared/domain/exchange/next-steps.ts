/** What a person can do next about a message that came in, the first thing first: decided from what was read and from what keys are here. */
import { saying, type Saying } from '../../words/say.ts'
import type { Protection } from './message.ts'
import type { NextStep } from './next-step.ts'

/** A secret key of ours. */
export interface OwnKeyHere {
  readonly fingerprint: string
  /** Of the key and its subkeys, 16 hex digits. */
  readonly keyIds: readonly string[]
  /** Its passphrase is not at hand. */
  readonly locked: boolean
  /** The one that partners are to encrypt to. */
  readonly current: boolean
}

export interface Situation {
  /** Why it did not open; null where it did. */
  readonly problem: Saying | null
  readonly message: { readonly protection: Protection; readonly findings: readonly Saying[] } | null
  readonly ownKeys: readonly OwnKeyHere[]
  /** What was decided about the key that signed; null where it is not here. */
  readonly signerTrust: 'undecided' | 'unverified' | 'verified' | 'rejected' | null
  /** Keys inside the message that are not here yet. */
  readonly newKeys: number
}

/** Never empty. */
export function nextSteps(situation: Situation): readonly NextStep[] {
  const { problem, message } = situation
  const steps = [
    ...(problem === null ? [] : stepsFor(problem, situation.ownKeys)),
    ...(message === null ? [] : stepsWith(message, situation)),
  ]
  return steps.length === 0 ? [{ kind: 'none-needed' }] : inOrder(unique(steps))
}

function stepsWith(
  { protection, findings }: NonNullable<Situation['message']>,
  situation: Situation,
): readonly NextStep[] {
  const { ownKeys, signerTrust, newKeys } = situation
  // An attachment or a block in the text that did not open for want of a key.
  const shut = findings.filter(({ code }) => code === 'message-no-key' || code === 'message-key-locked')
  return [
    ...shut.flatMap((problem) => stepsFor(problem, ownKeys)),
    ...unknownSigners(protection),
    ...signerSteps(protection, signerTrust),
    ...(newKeys > 0 ? [{ kind: 'look-at-keys', count: newKeys } as const] : []),
  ]
}

/** More signatures than a message has by any honest program are not worth a step each. */
const mostSigners = 5

const unknownSigners = ({ signatures }: Protection): readonly NextStep[] =>
  signatures
    .flatMap(({ state, issuer }) => (state === 'unknown-key' && issuer !== '' ? [issuer] : []))
    .slice(0, mostSigners)
    .map((keyId) => ({ kind: 'import-key', keyId }))

function signerSteps({ signature, signer }: Protection, trust: Situation['signerTrust']): readonly NextStep[] {
  const isUnchecked = trust === 'undecided' || trust === 'unverified'
  switch (signature) {
    case 'good':
    case 'partial':
      return signer !== null && isUnchecked ? [{ kind: 'verify-key', fingerprint: signer.fingerprint }] : []
    case 'bad':
      return [ask(saying('ask.signature-bad'))]
    case 'weak':
      return [ask(saying('ask.signature-weak'))]
    case 'key-expired':
      return signer === null ? [] : [ask(saying('ask.key-expired', { fingerprint: signer.fingerprint }))]
    case 'key-revoked':
      return signer === null ? [] : [ask(saying('ask.key-revoked', { fingerprint: signer.fingerprint }))]
    case 'unknown-key':
    case 'none':
      return []
  }
}

const ask = (say: Saying): NextStep => ({ kind: 'ask-sender', say })

function stepsFor({ code, params }: Saying, ownKeys: readonly OwnKeyHere[]): readonly NextStep[] {
  switch (code) {
    case 'message-key-locked':
      return [{ kind: 'unlock-key', fingerprint: String(params['fingerprint'] ?? '') }]
    case 'message-no-key':
      return withoutKey(String(params['keyids'] ?? '').split(/,\s*/), ownKeys)
    case 'message-password-only':
      return [ask(saying('ask.password-only'))]
    case 'message-no-integrity':
      return [ask(saying('ask.no-integrity'))]
    case 'message-weak-cipher':
      return [ask(saying('ask.weak-cipher', { cipher: String(params['cipher'] ?? '?') }))]
    case 'message-damaged':
      return [ask(saying('ask.damaged'))]
    case 'message-tampered':
      return [ask(saying('ask.tampered'))]
    case 'message-empty':
      return [ask(saying('ask.empty'))]
    case 'message-not-recognised':
      return [ask(saying('ask.not-recognised'))]
    case 'message-too-large':
    case 'stream-too-large':
      return [ask(saying('ask.too-large', { limit: String(params['limit'] ?? '') }))]
    case 'message-too-deep':
    case 'message-too-many-parts':
    case 'message-headers-too-large':
    case 'worker-stopped':
    case 'stream-stopped':
    case 'stream-form':
      return [ask(saying('ask.another-way'))]
    default:
      return []
  }
}

/** A locked key of ours may be among the recipients after all: then it comes first. */
function withoutKey(keyIds: readonly string[], ownKeys: readonly OwnKeyHere[]): readonly NextStep[] {
  const locked = ownKeys.filter((key) => key.locked && key.keyIds.some((id) => keyIds.includes(id)))
  const current = ownKeys.find((key) => key.current)
  const keyids = keyIds.join(', ')
  return [
    ...locked.map(({ fingerprint }) => ({ kind: 'unlock-key', fingerprint }) as const),
    { kind: 'import-own-key', keyIds },
    ask(
      current === undefined
        ? saying('ask.no-key-at-all', { keyids })
        : saying('ask.no-key', { keyids, fingerprint: current.fingerprint }),
    ),
  ]
}

const order: readonly NextStep['kind'][] = [
  'unlock-key',
  'import-own-key',
  'import-key',
  'verify-key',
  'look-at-keys',
  'ask-sender',
]

const inOrder = (steps: readonly NextStep[]): readonly NextStep[] =>
  steps.toSorted((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind))

const unique = (steps: readonly NextStep[]): readonly NextStep[] => [
  ...new Map(steps.map((step) => [JSON.stringify(step), step])).values(),
]
