/** The key blocks of the real team documents, where they are at hand; the twins on made-up keys are in keys.test.ts. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { readKeys } from '../../../electron/core/pgp/read-keys.ts'
import { must, NOW } from '../../material/pgp-people.ts'

const document = new URL('../../../../shared/seeds/mycd-cert.txt', import.meta.url)
if (!existsSync(document)) console.log('skipped: the documents of ../shared are not here')

it.skipIf(!existsSync(document))(
  'a key damaged in its document is its fingerprint and no more, until it is repaired',
  async () => {
    const text = readFileSync(document)
    const announced = /\b[0-9A-F]{40}\b/.exec(text.toString('utf8'))?.[0] ?? ''
    const [key] = must(await readKeys({ bytes: new Uint8Array(text), announced, now: NOW }))
    expect(key?.inspected).toMatchObject({
      fingerprint: announced,
      state: 'identity-only',
      canEncrypt: false,
      repairs: [],
    })
    expect(key?.inspected.findings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['key-layout-mended', 'crc-mismatch']),
    )
    const [unannounced] = must(await readKeys({ bytes: new Uint8Array(text), now: NOW }))
    expect(unannounced?.inspected.state).toBe('unreadable')
  },
)
