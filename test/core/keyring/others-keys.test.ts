/** Keys of others: taken in key by key, merged and never revived, shown with what to mind, given to cards, removed. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { enums, readKey, readPrivateKey, reformatKey, revokeKey as revoke, type PrivateKey } from 'openpgp'
import type { KeyTaken } from '../../../shared/ipc/key-views.ts'
import { wkdHashOf } from '../../../electron/core/keyring/wkd-name.ts'
import { lookOver, mergeKeys } from '../../../electron/core/pgp/key-material.ts'
import { walkPackets } from '../../../electron/core/pgp/packets.ts'
import { must, person, type Person } from '../../material/pgp-people.ts'
import { copiedDesk, reopenedDesk, textFile, type TestDesk } from '../desk-fixture.ts'
import { teamDocument } from '../cards/team-document.ts'

const NOW = '2026-11-22T08:00:00.000Z'

const take = async (desk: TestDesk, text: string, name = 'key.asc'): Promise<readonly KeyTaken[]> =>
  (await desk.call('key.import', { file: textFile(name, text) })).keys

const secretOf = ({ armoredSecret }: Person): Promise<PrivateKey> => readPrivateKey({ armoredKey: armoredSecret })

/** The key as its owner hands it out later: another end, a further name, a further subkey, dead. */
async function copiesOf(
  who: Person,
): Promise<{ old: string; longer: string; named: string; rotated: string; dead: string }> {
  const key = await secretOf(who)
  const date = new Date('2026-11-01')
  const { publicKey: longer } = await reformatKey({
    privateKey: key,
    userIDs: { name: who.address.split('@')[0] ?? '', email: who.address },
    keyExpirationTime: 86_400 * 400,
    date,
  })
  const { publicKey: named } = await reformatKey({
    privateKey: key,
    userIDs: [
      { name: 'Ann', email: who.address },
      { name: 'Ann', email: 'ann@second.example' },
    ],
    date,
  })
  const rotated = (await key.addSubkey({ date })).toPublic().armor()
  const { publicKey: dead } = await revoke({
    key,
    date,
    reasonForRevocation: { flag: enums.reasonForRevocation.keyRetired },
  })
  return { old: who.armoredPublic, longer, named, rotated, dead }
}

describe('an update', () => {
  it('brings a later end, names, subkeys and a revocation, and says which', async () => {
    const desk = await copiedDesk()
    const ann = await person('Ann')
    const { old, longer, named, rotated, dead } = await copiesOf(ann)
    const said: (string | undefined)[][] = []
    for (const copy of [old, old, longer, named, rotated, dead, old]) {
      const [taken] = await take(desk, copy)
      said.push([taken?.outcome, ...(taken?.said.map(({ code }) => code) ?? [])])
    }
    expect(said).toEqual([
      ['added'],
      ['unchanged'],
      ['updated', 'key-update.earlier', 'key-update.names'],
      ['updated', 'key-update.names'],
      ['updated', 'key-update.subkeys'],
      ['updated', 'key-update.revoked'],
      ['unchanged', 'key-update.kept-revoked'],
    ])
    const key = await (await reopenedDesk(desk)).call('key.show', { fingerprint: ann.fingerprint })
    expect(key).toMatchObject({ state: 'revoked', canEncrypt: false })
    expect(key.parts).toHaveLength(3)
  })

  it('never revives a revoked key, whichever copies come in whatever order, one by one or in one file', async () => {
    const ann = await person('Ann')
    const copies = Object.values(await copiesOf(ann))
    const stateOf = async (armored: string): Promise<string> => must(await lookOver(armored, NOW)).inspected.state
    await fc.assert(
      fc.asyncProperty(fc.shuffledSubarray(copies, { minLength: 2 }), async (order) => {
        let merged = order[0] ?? ''
        let wasRevoked = false
        for (const copy of order) {
          merged = must(await mergeKeys(merged, copy)).armored
          wasRevoked ||= copy === copies.at(-1)
          expect((await stateOf(merged)) === 'revoked').toBe(wasRevoked)
        }
      }),
      { numRuns: 15 },
    )
    const desk = await copiedDesk()
    const [taken] = await take(desk, copies.toReversed().join('\n'))
    expect(taken?.outcome).toBe('added')
    expect((await desk.call('key.show', { fingerprint: ann.fingerprint })).state).toBe('revoked')
  })

  it('takes a revocation up where a copy with a forged one came before it (OpenPGP.js itself would not)', async () => {
    const [ann, eve] = await Promise.all([person('Ann'), person('Eve')])
    const dead = await readKey({ armoredKey: (await copiesOf(ann)).dead })
    const evesDead = await readKey({ armoredKey: (await copiesOf(eve)).dead })
    const forged = await readKey({ armoredKey: ann.armoredPublic })
    forged.revocationSignatures.push(...evesDead.revocationSignatures)
    const desk = await copiedDesk()
    await take(desk, forged.armor())
    expect(await desk.call('key.show', { fingerprint: ann.fingerprint })).toMatchObject({
      state: 'usable',
      // It might be by a designated revoker, which is not checked: said, and not believed.
      findings: [{ code: 'key-revoked-by-another', params: { key: eve.fingerprint.slice(-16) } }],
    })
    await take(desk, dead.armor())
    expect((await desk.call('key.show', { fingerprint: ann.fingerprint })).state).toBe('revoked')
  })

  it('a revocation dated ahead of our clock counts at once', async () => {
    const ann = await person('Ann')
    const { publicKey } = await revoke({
      key: await secretOf(ann),
      date: new Date('2027-06-01'),
      reasonForRevocation: { flag: enums.reasonForRevocation.keySuperseded },
    })
    expect(must(await lookOver(publicKey, NOW)).inspected).toMatchObject({ state: 'revoked', canEncrypt: false })
  })

  it('a removed revoked key comes back revoked, and with what people decided', async () => {
    const desk = await copiedDesk()
    const ann = await person('Ann')
    const { old, dead } = await copiesOf(ann)
    await take(desk, old)
    await take(desk, dead)
    const { fingerprint } = ann
    await desk.call('key.trust', { fingerprint, trust: 'rejected', how: 'referral', note: 'said to be stolen' })
    expect(await desk.refused('key.drop', { fingerprint, typed: '0000' })).toBe('key-drop-typed')
    await desk.call('key.drop', { fingerprint, typed: fingerprint.slice(-4).toLowerCase() })
    expect(await desk.refused('key.show', { fingerprint })).toBe('key-not-found')
    const again = await reopenedDesk(desk)
    await take(again, old)
    expect(await again.call('key.show', { fingerprint })).toMatchObject({
      state: 'revoked',
      trust: 'rejected',
      decisions: [{ note: 'said to be stolen' }],
    })
  })
})

describe('a file of keys', () => {
  it('gives each of its keys, whatever is wrong with its neighbours', async () => {
    const desk = await copiedDesk()
    const [ann, bob, cam] = await Promise.all([person('Ann'), person('Bob'), person('Cam')])
    const broken = bob.armoredPublic.replace(/\n\S{60}\n/, '\nAAAA\n')
    const keys = await take(desk, [ann.armoredPublic, broken, cam.armoredSecret].join('\n'))
    expect(keys).toMatchObject([
      { fingerprint: ann.fingerprint, outcome: 'added' },
      { outcome: 'refused' },
      { fingerprint: cam.fingerprint, outcome: 'refused', said: [{ code: 'key-secret-role' }] },
    ])
  })

  it('leaves out a key that strangers have filled with signatures, and takes the one beside it', async () => {
    const desk = await copiedDesk()
    const [ann, bob] = await Promise.all([person('Ann'), person('Bob')])
    const bytes = (await readKey({ armoredKey: ann.armoredPublic })).write()
    const { packets } = walkPackets(bytes)
    const [signature] = packets.filter(({ tag }) => tag === 2)
    const one = bytes.subarray(signature?.start, signature?.end)
    const flooded = Buffer.concat([bytes, ...Array.from({ length: 6000 }, () => one)])
    const both = Buffer.concat([flooded, (await readKey({ armoredKey: bob.armoredPublic })).write()])
    const { keys } = await desk.call('key.import', { file: { name: 'ring.gpg', bytes: new Uint8Array(both) } })
    expect(keys).toMatchObject([{ fingerprint: bob.fingerprint, outcome: 'added' }, { outcome: 'refused' }])
    expect(keys[1]?.said.map(({ code }) => code)).toContain('key-flooded')
  })

  it('is taken in part where only some of them are wanted', async () => {
    const desk = await copiedDesk()
    const [ann, bob] = await Promise.all([person('Ann'), person('Bob')])
    const file = textFile('two.asc', ann.armoredPublic + bob.armoredPublic)
    const { keys } = await desk.call('key.import', { file, only: [bob.fingerprint] })
    expect(keys.map(({ fingerprint }) => fingerprint)).toEqual([bob.fingerprint])
  })

  it('saved from a WKD is binary, and its name must be that of an address', async () => {
    const desk = await copiedDesk()
    const ann = await person('Ann')
    const bytes = (await readKey({ armoredKey: ann.armoredPublic })).write()
    const right = { name: wkdHashOf(ann.address), bytes }
    // Of Joe.Doe, as the draft of WKD prints it.
    const wrong = { name: 'iy9q119eutrkn8s1mk4r39qejnbu3n5q', bytes }
    expect(wkdHashOf('Joe.Doe@example.org')).toBe(wrong.name)
    const codes = async (file: typeof right) =>
      (await desk.call('key.preview', { file }))[0]?.inspected.findings.map(({ code }) => code)
    expect(await codes(wrong)).toEqual(['wkd-name-differs'])
    expect(await codes(right)).toEqual([])
    expect((await desk.call('key.import', { file: right })).keys[0]).toMatchObject({ outcome: 'added' })
  })

  it('saved from a key server as a web page is read, entities and all', async () => {
    const desk = await copiedDesk()
    const [ann, bob] = await Promise.all([person('Ann'), person('Bob')])
    const page = (armour: string): string =>
      `<!DOCTYPE html><html><head><title>Public Key Server</title></head><body><h1>Get "0x12"</h1><pre>\n${armour}</pre></body></html>`
    const entities = bob.armoredPublic.replaceAll('+', '&#43;').replaceAll('\n', '\r\n')
    expect(await take(desk, page(ann.armoredPublic), 'lookup.html')).toMatchObject([{ outcome: 'added' }])
    expect(await take(desk, page(entities), 'lookup')).toMatchObject([{ outcome: 'added' }])
  })

  it('that is a keybox of GnuPG says what to do instead', async () => {
    const desk = await copiedDesk()
    const bytes = new Uint8Array([0, 0, 0, 32, 1, 1, 0, 2, ...Buffer.from('KBXf'), 0, 0, 0, 0])
    expect(await desk.refused('key.import', { file: { name: 'pubring.kbx', bytes } })).toBe('keys-kbx')
  })

  it("of others' secret keys is refused", async () => {
    const desk = await copiedDesk()
    const ann = await person('Ann')
    const file = textFile('s.asc', ann.armoredSecret)
    expect(await desk.refused('key.import', { file })).toBe('key-secret-role')
  })
})

describe('a key before it is stored', () => {
  it('shows as new, changed or the same, with the cards that it may belong to', async () => {
    const desk = await copiedDesk()
    const ann = await person('Ann')
    const { old, dead } = await copiesOf(ann)
    const here = async (text: string) => (await desk.call('key.preview', { file: textFile('k.asc', text) }))[0]
    expect(await here(old)).toMatchObject({ here: 'new', cards: [], badges: [] })
    await take(desk, old)
    expect(await here(old)).toMatchObject({ here: 'same' })
    expect(await here(dead)).toMatchObject({ here: 'update' })
    expect(
      await here(
        '-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmDMEZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZZ\n-----END PGP PUBLIC KEY BLOCK-----\n',
      ),
    ).toMatchObject({ here: 'unreadable' })
    expect(await desk.call('key.list', {})).toHaveLength(3)
  })

  it('a key of a team whose document prints another fingerprint is marked', async () => {
    const desk = await copiedDesk()
    const [printed, other] = await Promise.all([person('Cert'), person('Cert')])
    const card = await desk.call('card.import', { file: teamDocument({ date: '2026-01-01', key: printed }) })
    const address = card.reading.emails[0]?.address ?? ''
    const named = await readKeyWith(other, address)
    const [preview] = await desk.call('key.preview', { file: textFile('k.asc', named) })
    expect(preview).toMatchObject({ cards: [{ id: card.id, match: 'differs' }] })
    expect(preview?.badges.map(({ kind }) => kind)).toContain('not-announced')
  })
})

async function readKeyWith(who: Person, email: string): Promise<string> {
  const privateKey = await secretOf(who)
  return (await reformatKey({ privateKey, userIDs: { name: 'Cert', email }, date: new Date('2026-10-02') })).publicKey
}

describe('whose a key is', () => {
  it('a person says, and takes back', async () => {
    const desk = await copiedDesk()
    const ann = await person('Ann')
    const { fingerprint } = ann
    await take(desk, ann.armoredPublic)
    const card = (await desk.call('me.show', {})).ownCard?.id ?? ''
    expect((await desk.call('key.card', { fingerprint, card })).card?.id).toBe(card)
    expect((await desk.call('key.card', { fingerprint, card: null })).card).toBeNull()
    expect(await desk.refused('key.card', { fingerprint, card: 'nobody' })).toBe('key-no-card')
    const own = (await desk.call('me.show', {})).teamKey ?? ''
    expect(await desk.refused('key.card', { fingerprint: own, card })).toBe('key-is-own')
    expect(await desk.refused('key.drop', { fingerprint: own, typed: own.slice(-4) })).toBe('key-is-own')
  })
})

describe('a key that ends', () => {
  it('is told 90, 30 and 7 days before', async () => {
    const desk = await copiedDesk()
    const ann = await person('Ann', 200)
    await take(desk, ann.armoredPublic)
    const tones: (string | undefined)[] = []
    // It ends on 19 April 2027.
    for (const days of [0, 60, 60, 25, 10]) {
      desk.ports.moveClock(days * 86_400_000)
      const row = (await desk.call('key.list', {})).find(({ fingerprint }) => fingerprint === ann.fingerprint)
      tones.push(row?.badges.find(({ kind }) => kind === 'end-soon')?.tone ?? row?.state)
    }
    expect(tones).toEqual(['usable', 'calm', 'soon', 'late', 'expired'])
  })
})

it('a record that an older Signet wrote is read with what was not known then', async () => {
  const desk = await copiedDesk()
  const ann = await person('Ann')
  await take(desk, ann.armoredPublic)
  const db = desk.core.session()?.store.db
  const fields = ['locked', 'parts', 'revocation', 'signsFor', 'lastBackup'].map((name) => `'$.${name}'`).join(', ')
  db?.exec(`UPDATE records SET body = json_remove(body, ${fields}) WHERE kind = 'key'`)
  const again = await reopenedDesk(desk)
  const key = await again.call('key.show', { fingerprint: ann.fingerprint })
  expect(key).toMatchObject({ state: 'usable', canEncrypt: true, signsFor: [], own: null })
  expect(key.parts).toHaveLength(2)
  const team = (await again.call('me.show', {})).teamKey ?? ''
  expect((await again.call('key.show', { fingerprint: team })).own).toEqual({
    signsFor: ['team'],
    passphrase: 'none',
    revocationKept: false,
    lastBackup: null,
  })
})
