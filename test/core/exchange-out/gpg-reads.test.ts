/** What we seal is read by GnuPG: the mail, the armour, the binary file, the signed mail and the clear-signed text. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SealInput } from '../../../electron/core/pgp/seal.ts'
import { seal } from '../../../electron/core/pgp/seal.ts'
import { must, NOW, person, type Person } from '../../material/pgp-people.ts'
import { hasPeer, peer, type Peer } from '../../peers/peer.ts'

describe.skipIf(!hasPeer('gpg'))('GnuPG', () => {
  let gpg: Peer
  let bob: Person
  let input: SealInput

  beforeAll(async () => {
    gpg = peer()
    const alice = await person('Alice')
    bob = await person('Bob')
    for (const key of [alice.armoredPublic, bob.armoredSecret]) gpg.run('gpg', ['--batch', '--import'], key)
    input = {
      recipients: [bob.armoredPublic],
      signWith: { armored: alice.armoredSecret, passphrase: null },
      form: 'eml',
      from: { name: 'Alice', address: alice.address },
      to: [{ name: 'Bob', address: bob.address }],
      subject: 'Ünïversity',
      outerSubject: 'TLP:AMBER',
      messageId: 'a@example.org',
      text: 'TLP:AMBER\n\nFrom here: ñ   \n-- \n.\n',
      attachments: [{ name: 'a.bin', type: '', bytes: new Uint8Array(300_000).fill(7) }],
      attachOwnKey: true,
      now: NOW,
      boundary: 'a1b2c3d4e5f6a7b8c9d0',
    }
  })
  afterAll(() => gpg.close())

  const raw = async (change: Partial<SealInput>): Promise<string> =>
    Buffer.from(must(await seal({ ...input, ...change })).bytes).toString('latin1')
  const bodyOf = (part: string | undefined): string => part?.slice(part.indexOf('\r\n\r\n') + 4) ?? ''
  /** The parts of the outer mail, as they stand between its boundaries. */
  const partsOf = (mail: string): readonly string[] => mail.split(/\r\n--a1b2c3d4e5f6a7b8c9d0(?:--)?\r\n/).slice(1)
  const partsIn = async (change: Partial<SealInput>): Promise<readonly string[]> =>
    partsOf(`\r\n${bodyOf(await raw(change))}`)
  const decrypt = (message: string | Uint8Array) => gpg.run('gpg', ['--batch', '-q', '-d'], message)

  it('opens the encrypted mail, and finds the inner one with its signature', async () => {
    const [, encrypted] = (await partsIn({})).map(bodyOf)
    const { status, out, said } = decrypt(encrypted ?? '')
    expect(status).toBe(0)
    expect(said).toMatch(/Good signature from "Alice/)
    const inner = out.toString('latin1')
    expect(inner).toMatch(/^Subject: =\?UTF-8\?Q\?.+\?=\r$/m)
    expect(inner).toMatch(/^HP-Outer: Subject: TLP:AMBER\r$/im)
    expect(inner).toMatch(/hp="?cipher"?/)
    expect(inner).toMatch(/^=46rom here: =C3=B1\s*(?:=20){1,3}\r?$/m)
    expect(inner).not.toMatch(/[^\r]\n|[\u0080-\u00ff]/)
  })

  it.each(['asc', 'pgp'] as const)('opens the %s form', async (form) => {
    const text = await raw({ form, attachments: [], attachOwnKey: false })
    const { status, out, said } = decrypt(Buffer.from(text, 'latin1'))
    expect(status).toBe(0)
    expect(said).toMatch(/Good signature/)
    expect(out.toString('utf8').replaceAll('\r\n', '\n')).toBe(input.text)
    const file = await raw({ form, text: '', attachOwnKey: false })
    expect(decrypt(Buffer.from(file, 'latin1')).out.equals(Buffer.alloc(300_000, 7))).toBe(true)
  })

  it('verifies the signed mail over its first part as it stands', async () => {
    const change = { protection: 'signed', outerSubject: 'Ünïversity' } as const
    const [signed = '', signature] = await partsIn(change)
    expect(await raw(change)).toMatch(/micalg="?pgp-sha512"?/)
    const files = [gpg.put('signature.asc', bodyOf(signature)), gpg.put('signed', Buffer.from(signed, 'latin1'))]
    const { status, said } = gpg.run('gpg', ['--batch', '--verify', ...files])
    expect(said).toMatch(/Good signature from "Alice/)
    expect(status).toBe(0)
    const altered = gpg.put('altered', Buffer.from(signed.replace('=46rom', '=46ron'), 'latin1'))
    expect(gpg.run('gpg', ['--batch', '--verify', files[0] ?? '', altered]).status).toBe(1)
  })

  it('verifies the clear-signed text', async () => {
    const text = await raw({ protection: 'signed', form: 'asc', attachments: [], attachOwnKey: false })
    const { status, out, said } = gpg.run('gpg', ['--batch', '-d'], Buffer.from(text, 'latin1'))
    expect(said).toMatch(/Good signature from "Alice/)
    expect(status).toBe(0)
    expect(out.toString('utf8')).toContain('TLP:AMBER\n\nFrom here: ñ\n--\n.\n')
  })

  it('reads a signed file', async () => {
    const bytes = Buffer.from(await raw({ protection: 'signed', form: 'pgp', text: '', attachOwnKey: false }), 'latin1')
    const { out, said } = decrypt(bytes)
    expect(said).toMatch(/Good signature/)
    expect(out.equals(Buffer.alloc(300_000, 7))).toBe(true)
  })

  it('reads a long text whole', async () => {
    const long = 'A line with ñ and blanks at its end  \n'.repeat(60_000)
    const [, encrypted] = (await partsIn({ text: long, attachments: [], attachOwnKey: false })).map(bodyOf)
    const inner = decrypt(encrypted ?? '').out.toString('latin1')
    expect(Buffer.from(bodyOf(inner), 'base64').toString('utf8')).toBe(long.replaceAll('\n', '\r\n'))
  })
})
