/** GnuPG signs a description as teams do, clear or beside it, and the verdict is right. The twin without GnuPG is signature.test.ts. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { DocumentSignature } from '../../../../shared/domain/card/document-signature.ts'
import { readSource } from '../../../../electron/core/cards/sources/read-source.ts'
import { bytesOf, must } from '../../../material/pgp-people.ts'
import { alderLines } from '../../../material/sources/alder-lines.ts'
import { hasPeer, peer, type Peer } from '../../../peers/peer.ts'

const GPG = ['--batch', '--yes', '--no-tty', '--pinentry-mode', 'loopback', '--passphrase', '']
const description = `${alderLines.join('\n')}\n- - - a rule\n-----\nF\u00fcr alle Sprachen  \n`

describe.skipIf(!hasPeer('gpg'))('what gpg signed', () => {
  let gpg: Peer
  let known: { armored: string; fingerprint: string }
  const now = new Date(Date.now() + 60_000).toISOString()

  const run = (args: readonly string[], input?: string | Uint8Array): Buffer => {
    const { status, out, said } = gpg.run('gpg', [...GPG, ...args], input)
    if (status !== 0) throw new Error(said)
    return out
  }

  beforeAll(() => {
    gpg = peer()
    run(['--quick-generate-key', 'Alder <cert@alder.example>', 'rsa3072', 'default', 'never'])
    const listed = run(['--with-colons', '--list-keys']).toString('latin1')
    const fingerprint = /fpr:+([0-9A-F]{40}):/.exec(listed)?.[1] ?? ''
    known = { fingerprint, armored: run(['--armor', '--export']).toString('latin1') }
  })
  afterAll(() => gpg.close())

  async function verdict(bytes: Uint8Array, beside?: Uint8Array, keys = [known]): Promise<DocumentSignature> {
    const signature = beside === undefined ? {} : { beside: { name: 'description.asc', bytes: beside } }
    return must(await readSource({ name: 'description.txt', bytes, ...signature, now, keys })).signature
  }

  it.each([
    ['UTF-8', Buffer.from(description)],
    ['Latin-1', Buffer.from(description, 'latin1')],
    ['CRLF', Buffer.from(description.replaceAll('\n', '\r\n'))],
  ])('clear, in %s, is good; with one byte changed it is bad', async (_, bytes) => {
    const signed = run(['--clear-sign'], bytes)
    expect(await verdict(signed)).toMatchObject({
      kind: 'clear-signed',
      state: 'good',
      signer: known.fingerprint,
      by: 'known-key',
      coversAll: true,
    })
    const at = signed.indexOf('960001')
    signed[at + 5] = 0x37
    expect(await verdict(signed)).toMatchObject({ state: 'bad', signer: null })
  })

  it('clear, by a key that is not here, proves nothing', async () => {
    const signed = run(['--clear-sign'], description)
    expect(await verdict(signed, undefined, [])).toMatchObject({ state: 'unknown-key', signer: known.fingerprint })
  })

  it.each([
    ['in armour', ['--armor']],
    ['in binary', []],
  ])('beside the document, %s, is good; with one byte changed it is bad', async (_, form) => {
    const beside = run([...form, '--detach-sign'], description)
    expect(await verdict(bytesOf(description), beside)).toMatchObject({
      kind: 'detached',
      state: 'good',
      by: 'known-key',
    })
    const changed = bytesOf(description.replace('960001', '960007'))
    expect(await verdict(changed, beside)).toMatchObject({ state: 'bad' })
  })

  it('with SHA-1 is weak', async () => {
    const beside = run(['--digest-algo', 'SHA1', '--allow-weak-digest-algos', '--detach-sign'], description)
    expect(await verdict(bytesOf(description), beside)).toMatchObject({ state: 'weak' })
  })
})
