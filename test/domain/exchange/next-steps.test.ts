/** What to do next about a message that came in. */
import { describe, expect, it } from 'vitest'
import type { Protection, SignatureCheck } from '../../../shared/domain/exchange/message.ts'
import type { NextStep } from '../../../shared/domain/exchange/next-step.ts'
import { nextSteps, type OwnKeyHere, type Situation } from '../../../shared/domain/exchange/next-steps.ts'
import { say, saying, type Saying } from '../../../shared/words/say.ts'

const fingerprint = 'A'.repeat(40)
const signer = { fingerprint: 'B'.repeat(40), userId: 'Ann <ann@example.org>', matchesFrom: true }

const ours: OwnKeyHere = { fingerprint, keyIds: ['AAAAAAAAAAAAAAAA', '1111111111111111'], locked: false, current: true }

const unsigned: Protection = {
  encrypted: false,
  integrity: false,
  recipients: [],
  signature: 'none',
  signer: null,
  signedAt: null,
  signatures: [],
  decryptedWith: null,
}

const check = (state: SignatureCheck['state'], issuer = 'CCCCCCCCCCCCCCCC'): SignatureCheck => ({
  state,
  issuer,
  fingerprint: null,
  userId: null,
  signedAt: null,
  covers: true,
})

const next = (situation: Partial<Situation>): readonly NextStep[] =>
  nextSteps({ problem: null, message: null, ownKeys: [ours], signerTrust: null, newKeys: 0, ...situation })

const opened = (protection: Partial<Protection>, more: Partial<Situation> = {}, findings: readonly Saying[] = []) =>
  next({ message: { protection: { ...unsigned, ...protection }, findings }, ...more })

const asked = (problem: Saying): string => {
  const step = next({ problem }).find(({ kind }) => kind === 'ask-sender')
  return step?.kind === 'ask-sender' ? say('en', step.say) : ''
}

describe('a message that did not open', () => {
  it('for a locked key of ours asks for its passphrase', () => {
    expect(next({ problem: saying('message-key-locked', { fingerprint }) })).toEqual([
      { kind: 'unlock-key', fingerprint },
    ])
  })

  it('for keys that are not here offers to import ours, and says to the sender which key is our current one', () => {
    const problem = saying('message-no-key', { keyids: 'DDDDDDDDDDDDDDDD, EEEEEEEEEEEEEEEE' })
    expect(next({ problem })).toMatchObject([
      { kind: 'import-own-key', keyIds: ['DDDDDDDDDDDDDDDD', 'EEEEEEEEEEEEEEEE'] },
      { kind: 'ask-sender', say: { code: 'ask.no-key', params: { fingerprint } } },
    ])
    expect(next({ problem, ownKeys: [] }).at(-1)).toMatchObject({ say: { code: 'ask.no-key-at-all' } })
  })

  it('asks first for the passphrase where one of the recipients is a locked key of ours', () => {
    const problem = saying('message-no-key', { keyids: '1111111111111111' })
    expect(next({ problem, ownKeys: [{ ...ours, locked: true }] })[0]).toEqual({ kind: 'unlock-key', fingerprint })
  })

  it('cannot be helped here and gets a sentence for the sender', () => {
    expect(asked(saying('message-no-integrity'))).toContain('integrity protection')
    expect(asked(saying('message-weak-cipher', { cipher: 'Twofish' }))).toContain('Twofish')
    expect(asked(saying('message-password-only'))).toContain('password')
    expect(asked(saying('message-no-key', { keyids: 'DDDDDDDDDDDDDDDD' }))).toContain(fingerprint)
    expect(asked(saying('message-damaged'))).toContain('again')
    expect(asked(saying('message-tampered'))).toContain('whether you sent one')
    expect(asked(saying('message-too-large', { limit: 100 }))).toContain('100 MB')
    expect(asked(saying('message-too-deep', { limit: 6 }))).not.toBe('')
    expect(asked(saying('worker-stopped', { seconds: 10, megabytes: 512 }))).not.toBe('')
  })

  it('for a reason that is ours alone asks the sender for nothing', () => {
    expect(next({ problem: saying('vault-damaged', { detail: 'x' }) })).toEqual([{ kind: 'none-needed' }])
  })
})

describe('a message that opened', () => {
  it('signed by a verified key needs nothing', () => {
    expect(opened({ signature: 'good', signer }, { signerTrust: 'verified' })).toEqual([{ kind: 'none-needed' }])
  })

  it('signed by a key that nobody checked wants it verified', () => {
    for (const signerTrust of ['undecided', 'unverified'] as const) {
      expect(opened({ signature: 'good', signer }, { signerTrust })).toEqual([
        { kind: 'verify-key', fingerprint: signer.fingerprint },
      ])
    }
  })

  it('signed by a rejected key is not offered for verification', () => {
    expect(opened({ signature: 'good', signer }, { signerTrust: 'rejected' })).toEqual([{ kind: 'none-needed' }])
  })

  it('signed by keys that are not here wants each of them, once', () => {
    const signatures = [check('unknown-key'), check('unknown-key'), check('unknown-key', 'FFFFFFFFFFFFFFFF')]
    expect(opened({ signature: 'unknown-key', signatures })).toEqual([
      { kind: 'import-key', keyId: 'CCCCCCCCCCCCCCCC' },
      { kind: 'import-key', keyId: 'FFFFFFFFFFFFFFFF' },
    ])
  })

  it('with a signature that does not hold asks the sender, and names the key where it is known', () => {
    expect(opened({ signature: 'bad' })).toMatchObject([{ say: { code: 'ask.signature-bad' } }])
    expect(opened({ signature: 'weak', signer })).toMatchObject([{ say: { code: 'ask.signature-weak' } }])
    expect(opened({ signature: 'key-expired', signer })).toMatchObject([
      { say: { code: 'ask.key-expired', params: { fingerprint: signer.fingerprint } } },
    ])
    expect(opened({ signature: 'key-revoked', signer })).toMatchObject([{ say: { code: 'ask.key-revoked' } }])
  })

  it('with keys inside that are new wants them looked at, after the signer', () => {
    const steps = opened({ signature: 'good', signer }, { signerTrust: 'undecided', newKeys: 2 })
    expect(steps.map(({ kind }) => kind)).toEqual(['verify-key', 'look-at-keys'])
  })

  it('with an attachment that is for a locked key wants that key unlocked', () => {
    const finding = saying('message-key-locked', { fingerprint })
    expect(opened({}, {}, [finding])).toEqual([{ kind: 'unlock-key', fingerprint }])
  })
})
