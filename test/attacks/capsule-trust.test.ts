/** Capsules from whoever should not make one, or for whoever should not open one: refused with words, and nothing is written. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import {
  acquaint,
  give,
  importKey,
  later,
  look,
  mate,
  newCase,
  refusal,
  take,
  twoDesks,
  type Mate,
} from '../core/capsule/two-desks.ts'
import { textFile } from '../core/desk-fixture.ts'
import { join, partsOf, senderOf, sealed, withManifest } from './capsule-forge.ts'
import { untouched } from './capsule-untouched.ts'

/** A machine with other things to do takes its time over keys and threads. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let mk: Mate
let jv: Mate
beforeEach(async () => {
  ;[mk, jv] = await twoDesks()
  await newCase(mk, 'Kit')
})

const trust = (desk: Mate, of: Mate, to: 'unverified' | 'rejected'): Promise<unknown> =>
  desk.call('key.trust', { fingerprint: of.deskKey, trust: to, how: 'in-person', note: 'not sure any more' })

describe('a capsule of a stranger', () => {
  test('whose key is not here at all', async () => {
    const rs = await mate('RS')
    await newCase(rs, 'Mine')
    await importKey(rs, jv)
    await acquaint(rs, jv)
    await jv.call('key.drop', { fingerprint: rs.deskKey, typed: rs.deskKey.slice(-4) })
    const capsule = await give(rs, jv)
    await untouched(jv, async () => expect(await refusal(jv, capsule)).toBe('capsule-stranger'))
  })

  test('whose key is here and was not verified, or was rejected', async () => {
    const capsule = await give(mk, jv)
    for (const to of ['unverified', 'rejected'] as const) {
      await trust(jv, mk, to)
      await untouched(jv, async () => expect(await refusal(jv, capsule)).toBe('capsule-stranger'))
    }
  })

  test('whose verified key belongs to another team', async () => {
    const capsule = await give(mk, jv)
    const card = await jv.call('card.import', {
      file: textFile(
        'orchard.txt',
        '2.1 Name of the Team\n\nOrchard-CERT\n\n2.7 Electronic Mail Address\n\n<cert@orchard.example>\n',
      ),
    })
    await jv.call('key.card', { fingerprint: mk.deskKey, card: card.id })
    await untouched(jv, async () => expect(await refusal(jv, capsule)).toBe('capsule-stranger'))
  })

  test('that nobody signed, though what is in it once was', async () => {
    const plain = join(await partsOf((await give(mk, jv)).bytesOf(), jv))
    const unsigned = await sealed(plain, { by: null, to: jv })
    await untouched(jv, async () => expect(await refusal(jv, unsigned)).toBe('capsule-stranger'))
  })

  test('who says that they are a colleague: the key in it is not the one that signed', async () => {
    const rs = await mate('RS')
    await acquaint(rs, jv)
    const parts = await partsOf((await give(mk, jv)).bytesOf(), jv)
    const asIs = await sealed(join(parts), { by: rs, to: jv })
    expect(await refusal(jv, asIs)).toBe('capsule-stranger')
    const from = { ...senderOf(parts), key: rs.deskKey }
    const renamed = await sealed(join(withManifest(parts, { from })), { by: rs, to: jv })
    await untouched(jv, async () => expect(await refusal(jv, renamed)).toBe('capsule-stranger'))
  })

  test('who says that it comes from this very copy', async () => {
    const parts = await partsOf((await give(mk, jv)).bytesOf(), jv)
    const copy = (await jv.call('me.show', {})).copy.id
    const from = { ...senderOf(parts), copy }
    const forged = await sealed(join(withManifest(parts, { from })), { by: mk, to: jv })
    await untouched(jv, async () => expect(await refusal(jv, forged)).toBe('capsule-stranger'))
  })
})

describe('a capsule for another', () => {
  test('does not open here', async () => {
    const rs = await mate('RS')
    await acquaint(mk, rs)
    const capsule = await give(mk, rs)
    await untouched(jv, async () => expect(await refusal(jv, capsule)).toBe('capsule-for-another'))
  })

  test('that its reader sealed again for us is refused: it was never meant for this desk', async () => {
    const rs = await mate('RS')
    await acquaint(mk, rs)
    await acquaint(rs, jv)
    const plain = join(await partsOf((await give(mk, rs)).bytesOf(), rs))
    // The signature inside is the giver's over the text alone; here it is even made anew, as if the key itself had been lent.
    const passedOn = await sealed(plain, { by: mk, to: jv })
    await untouched(jv, async () => expect(await refusal(jv, passedOn)).toBe('capsule-for-another'))
  })

  test('is not opened by its own giver', async () => {
    const capsule = await give(mk, jv)
    await untouched(mk, async () => expect(await refusal(mk, capsule)).toBe('capsule-for-another'))
  })
})

describe('a capsule that is older than what is here', () => {
  test('is refused where it brings nothing that is not here, and taken where it does', async () => {
    const first = await give(mk, jv)
    const other = await newCase(mk, 'Another one')
    later(5, mk, jv)
    await take(jv, await give(mk, jv))
    await untouched(jv, async () => expect(await refusal(jv, first)).toBe('capsule-older'))
    const onlyOther = await give(mk, jv, { cases: [other] })
    await newCase(mk, 'A third one')
    later(5, mk, jv)
    await take(jv, await give(mk, jv))
    expect(await refusal(jv, onlyOther)).toBe('capsule-older')
  })

  test('by the word of its maker alone changes nothing: order of arrival is free where each brings something', async () => {
    const [one, two] = [await newCase(mk, 'One'), await newCase(mk, 'Two')]
    const first = await give(mk, jv, { cases: [one] })
    const second = await give(mk, jv, { cases: [two] })
    await take(jv, second)
    expect((await look(jv, first)).each).toMatchObject([{ number: one, isNew: true }])
  })
})
