/** What is sealed for a partner opens there, whole and signed; what cannot be sealed as asked is not sealed at all. */
import { beforeAll, describe, expect, it } from 'vitest'
import { openMessage } from '../../../electron/core/pgp/open-message.ts'
import { sealMessage } from '../../../electron/core/pgp/seal-message.ts'
import { seal, type SealInput } from '../../../electron/core/pgp/seal.ts'
import { protectSecret } from '../../../electron/core/pgp/key-material.ts'
import { bytesOf, codes, must, NOW, openHere, person, type Person } from '../../material/pgp-people.ts'

let alice: Person
let bob: Person
let input: SealInput

beforeAll(async () => {
  ;[alice, bob] = await Promise.all([person('Alice'), person('Bob')])
  input = {
    recipients: [bob.armoredPublic, alice.armoredPublic],
    signWith: { armored: alice.armoredSecret, passphrase: null },
    form: 'eml',
    from: { name: 'Alicia Ñúñez', address: alice.address },
    to: [{ name: 'Bob, of the "CSIRT"', address: bob.address }],
    subject: 'Phishing at Ünïversity — hosts to clean',
    outerSubject: 'Message',
    messageId: '2026-0001@example.org',
    text: 'Grüße,\nline with blanks at its end   \n.\nFrom here on\n-- \nAlice',
    attachments: [{ name: '../../etc/список.csv', type: 'text/csv', bytes: bytesOf('ip\r\n192.0.2.1\r\n') }],
    attachOwnKey: true,
    now: NOW,
    boundary: 'a1b2c3d4e5f6a7b8c9d0',
  }
})

describe('a sealed mail', () => {
  it('opens in a worker with text, real subject, attachment, our key and a good signature of the sender', async () => {
    const sealed = must(await sealMessage(input))
    const message = must(
      await openMessage({
        bytes: sealed.bytes,
        fileName: sealed.fileName,
        secretKeys: [{ armored: bob.armoredSecret, passphrase: null }],
        publicKeys: [alice.armoredPublic],
        now: NOW,
      }),
    )
    expect(message).toMatchObject({
      from: alice.address,
      fromName: 'Alicia Ñúñez',
      to: [bob.address],
      subject: input.subject,
      outerSubject: 'Message',
      date: NOW,
      messageId: '2026-0001@example.org',
      text: input.text,
      outside: '',
      html: null,
      findings: [],
      protection: {
        encrypted: true,
        integrity: true,
        signature: 'good',
        signer: { fingerprint: alice.fingerprint, userId: 'Alice <alice@example.org>', matchesFrom: true },
        decryptedWith: bob.fingerprint,
      },
    })
    expect(message.protection.recipients).toHaveLength(2)
    expect(message.attachments.map(({ name, covered }) => ({ name, covered }))).toEqual([
      { name: 'список.csv', covered: true },
      { name: `OpenPGP_0x${alice.fingerprint}.asc`, covered: true },
    ])
    expect(message.attachments[0]?.bytes).toEqual(bytesOf('ip\r\n192.0.2.1\r\n'))
    expect(message.pgpKeys).toHaveLength(1)
  })

  it('shows nothing of the subject, the text or the file names outside, and is a seven-bit draft with CRLF', async () => {
    const raw = Buffer.from(must(await seal(input)).bytes).toString('latin1')
    expect(raw).not.toMatch(/Phishing|csv|Gr=C3/)
    expect(raw).toMatch(/^X-Unsent: 1\r$/m)
    expect(raw).not.toMatch(/[^\r]\n|[\u0080-\u00ff]/)
  })

  it('can be read again by its sender, who was among the recipients', async () => {
    const again = must(await openHere(must(await seal(input)).bytes, { own: [alice], known: [alice] }))
    expect(again.protection).toMatchObject({ signature: 'good', decryptedWith: alice.fingerprint })
  })
})

describe('the forms without a mail around', () => {
  it.each(['asc', 'pgp'] as const)('%s carries a text', async (form) => {
    const sealed = must(await seal({ ...input, form, attachments: [], attachOwnKey: false }))
    const message = must(await openHere(sealed.bytes, { own: [bob], known: [alice], fileName: sealed.fileName }))
    expect(sealed.fileName).toBe(`message.${form}`)
    expect(message.text).toBe(input.text)
    expect(message.protection).toMatchObject({ encrypted: true, signature: 'good' })
  })

  it('one file goes under its own safe name', async () => {
    const sealed = must(
      await seal({
        ...input,
        form: 'pgp',
        text: '',
        attachOwnKey: false,
        attachments: [{ name: 'a/b.bin', type: '', bytes: Uint8Array.of(0, 1, 2, 255) }],
      }),
    )
    const message = must(await openHere(sealed.bytes, { own: [bob], known: [alice] }))
    expect(sealed.fileName).toBe('b.bin.pgp')
    expect(message.attachments).toMatchObject([{ name: 'b.bin', size: 4, covered: true }])
  })

  it('a text with attachments is refused there, because OpenPGP holds one thing', async () => {
    expect(await seal({ ...input, form: 'asc' })).toMatchObject({
      ok: false,
      problem: { code: 'seal-attachments-need-eml' },
    })
  })
})

describe('nothing is sealed', () => {
  it('to a key that is expired at that instant, and the key is named', async () => {
    const old = await person('Olga', 30, '2026-01-01T00:00:00.000Z')
    expect(await seal({ ...input, recipients: [bob.armoredPublic, old.armoredPublic] })).toEqual({
      ok: false,
      problem: { code: 'key-cannot-encrypt', params: { fingerprint: old.fingerprint } },
    })
  })

  it('without the signature that was asked for', async () => {
    const locked = must(await protectSecret(alice.armoredSecret, null, 'correct horse'))
    const wrong = await seal({ ...input, signWith: { armored: locked, passphrase: 'battery' } })
    expect(wrong).toMatchObject({ ok: false, problem: { code: 'key-passphrase-wrong' } })
    expect((await seal({ ...input, signWith: { armored: locked, passphrase: 'correct horse' } })).ok).toBe(true)
    const publicOnly = await seal({ ...input, signWith: { armored: alice.armoredPublic, passphrase: null } })
    expect(publicOnly).toMatchObject({ ok: false, problem: { code: 'key-not-secret' } })
  })

  it('to nobody', async () => {
    expect(await seal({ ...input, recipients: [] })).toMatchObject({ problem: { code: 'seal-no-recipient' } })
  })
})

describe('a message that is not for us, or locked', () => {
  it('names the key IDs that it is for', async () => {
    const result = await openHere(must(await seal({ ...input, recipients: [bob.armoredPublic] })).bytes, {
      own: [alice],
    })
    expect(result).toMatchObject({ ok: false, problem: { code: 'message-no-key' } })
    expect(result.ok ? '' : result.problem.params['keyids']).toMatch(/^[0-9A-F]{16}$/)
  })

  it('names the locked key, and opens with its passphrase', async () => {
    const { bytes } = must(await seal(input))
    const locked = must(await protectSecret(bob.armoredSecret, null, 'four words of mine'))
    const attempt = (passphrase: string | null) =>
      openMessage({ bytes, fileName: '', secretKeys: [{ armored: locked, passphrase }], publicKeys: [], now: NOW })
    const refusal = { ok: false, problem: { code: 'message-key-locked', params: { fingerprint: bob.fingerprint } } }
    expect(await attempt(null)).toEqual(refusal)
    expect(await attempt('wrong')).toEqual(refusal)
    const opened = must(await attempt('four words of mine'))
    expect(opened.protection.signature).toBe('unknown-key')
    expect(opened.protection.signer).toBeNull()
    expect(codes(opened)).toContain('signature-unknown-key')
  })
})
