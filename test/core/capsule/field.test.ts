/** A copy of the whole vault that goes into the field and comes back by the same way. */
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { fillVault } from '../../../electron/core/cases/fill.ts'
import { textFile } from '../desk-fixture.ts'
import { person } from '../../material/pgp-people.ts'
import {
  acquaint,
  answer,
  change,
  field,
  give,
  importKey,
  later,
  look,
  mate,
  newCase,
  notesOf,
  refusal,
  take,
  told,
  type Mate,
} from './two-desks.ts'

/** A machine with other things to do takes its time over keys and threads. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let home: Mate
let away: Mate
beforeEach(async () => {
  home = await mate('MK', 'Mika Kallio')
  away = await mate('MK', 'Mika Kallio')
  await acquaint(home, away)
})

const own = {
  name: 'Harrow-CERT',
  address: 'cert@harrow.example',
  phone: '+34 910 000 001',
  zone: 'Europe/Madrid',
  hours: 'Mo-Fr 09:00-17:00',
}

const orchard = `2.1 Name of the Team

Orchard-CERT

2.7 Electronic Mail Address

Incident reports: <cert@orchard.example>
`

describe('a field copy', () => {
  test('has every case, card and public key, gets a tag of its own, and both go on with numbers that never meet', async () => {
    await home.call('card.own', own)
    await home.call('card.import', { file: textFile('orchard.txt', orchard) })
    const ann = await person('Ann')
    await home.call('key.import', { file: textFile('ann.asc', ann.armoredPublic) })
    const [open, closed] = [await newCase(home, 'Kit'), await newCase(home, 'Old one')]
    await change(home, closed, { do: 'close', code: 'resolved', note: 'done' })
    const view = await look(away, await field(home, away))
    expect(view).toMatchObject({ kind: 'field', cases: 2, copy: 'MK' })
    await away.call('capsule.take', { id: view.id, decisions: [] })
    expect((await away.call('me.show', {})).copy.tag).toBe('MK2')
    for (const number of [open, closed]) expect(await told(away, number)).toEqual(await told(home, number))
    expect((await away.call('me.show', {})).ownCard?.name).toBe('Harrow-CERT')
    expect(JSON.stringify(await away.call('card.list', {}))).toContain('Orchard-CERT')
    expect(await away.call('key.show', { fingerprint: ann.fingerprint })).toMatchObject({ trust: 'undecided' })
    const [here, there] = [await newCase(home, 'At home'), await newCase(away, 'On site')]
    expect([here, there]).toEqual(['2026-MK-0003', '2026-MK2-0001'])
    expect((await away.call('vault.check', {})).findings).toEqual([])
  })

  test('of a large vault is taken in turns: stopped among them it is taken once more, and nothing is missing or doubled', async () => {
    const filled = home.core.session()
    if (filled === null) throw new Error('locked')
    await fillVault(filled, { cases: 230, entries: 460, seed: 7, progress: async () => undefined })
    const { id } = await look(away, await field(home, away))
    const taking = away.refused('capsule.take', { id, decisions: [] })
    const job = await vi.waitUntil(
      async () => (await away.call('job.list', {})).find(({ name, done }) => name === id && done > 0),
      { timeout: 60_000, interval: 1 },
    )
    await away.call('job.cancel', { id: job.id })
    expect(await taking).toBe('capsule-taken-in-part')
    const numbers = async (desk: Mate) =>
      (await desk.call('case.list', { search: '', from: 0, count: 500 })).cases.map(({ number }) => number).toSorted()
    const part = await numbers(away)
    expect(part.length).toBeGreaterThan(0)
    expect(part.length).toBeLessThan(230)
    const again = await away.call('capsule.take', { id, decisions: [] })
    expect(again.cases.filter(({ added }) => added > 0)).toHaveLength(230 - part.length)
    expect(await numbers(away)).toEqual(await numbers(home))
    for (const number of [part[0], (await numbers(home)).at(-1)])
      expect(await told(away, number ?? '')).toEqual(await told(home, number ?? ''))
    expect((await away.call('vault.check', {})).findings).toEqual([])
  })

  test('comes back with what was done, and what was done at home meanwhile is kept beside it', async () => {
    const number = await newCase(home, 'Kit')
    await take(away, await field(home, away))
    later(10, home, away)
    await change(home, number, { do: 'note', text: 'at home' })
    later(10, home, away)
    await change(away, number, { do: 'note', text: 'on site' })
    const onSite = await newCase(away, 'Found on site')
    await away.call('case.evidence', {
      number: onSite,
      file: textFile('disk.txt', 'image'),
      source: 'on site',
      place: '',
      takenAt: null,
    })
    const back = await answer(away)
    expect((await look(home, back)).kind).toBe('back')
    await take(home, back)
    expect(await notesOf(home, number)).toEqual(['at home', 'on site'])
    const blob = (await home.call('case.show', { number: onSite })).state.evidence[0]?.blob ?? ''
    expect(await home.call('evidence.look', { number: onSite, blob })).toMatchObject({ text: 'image' })
    // Out again: the same copy keeps its tag, and learns what was new at home.
    await take(away, await field(home, away))
    expect((await away.call('me.show', {})).copy.tag).toBe('MK2')
    for (const one of [number, onSite]) expect(await told(away, one)).toEqual(await told(home, one))
  })

  test('has secret keys only if that was asked for, and never the desk key', async () => {
    await home.call('card.own', own)
    const { fingerprint } = await home.call('key.generate', {
      name: 'Harrow-CERT',
      email: 'cert@harrow.example',
      role: 'team',
    })
    await take(away, await field(home, away))
    expect((await away.call('key.list', {})).filter(({ role }) => role === 'team')).toEqual([])
    await take(away, await field(home, away, { secretKeys: true }))
    const keys = await away.call('key.list', {})
    expect(keys.filter(({ role }) => role === 'team').map((key) => key.fingerprint)).toEqual([fingerprint])
    expect((await away.call('me.show', {})).teamKey).toBe(fingerprint)
    expect(keys.find((key) => key.fingerprint === home.deskKey)?.role).toBe('other')
    expect((await away.call('me.show', {})).deskKey).toBe(away.deskKey)
  })

  test('is taken by an empty vault alone: numbers that were given under the old tag would be given twice', async () => {
    await newCase(away, 'Mine already')
    const view = await look(away, await field(home, away))
    expect(await away.refused('capsule.take', { id: view.id, decisions: [] })).toBe('capsule-field-not-empty')
    await newCase(home, 'Kit')
    expect(await refusal(away, await field(home, away))).toBe('capsule-number-clash')
    expect((await away.call('me.show', {})).copy.tag).toBe('MK')
  })

  test('of a colleague is merged, and makes this desk no copy of theirs', async () => {
    const jv = await mate('JV')
    await acquaint(home, jv)
    const number = await newCase(home, 'Kit')
    const secrets = { to: jv.deskKey, evidence: true, secretKeys: true, target: { grant: 'none' } }
    expect(await home.refused('capsule.field', secrets)).toBe('capsule-secrets-own')
    await take(jv, await field(home, jv))
    expect((await jv.call('me.show', {})).copy.tag).toBe('JV')
    expect(await told(jv, number)).toEqual(await told(home, number))
  })

  test('and third copies: what one took from the other reaches home through either, once', async () => {
    const third = await mate('MK', 'Mika Kallio')
    await importKey(third, away)
    await acquaint(home, third)
    await acquaint(away, third)
    const number = await newCase(home, 'Kit')
    await take(away, await field(home, away))
    await take(third, await field(home, third))
    expect((await third.call('me.show', {})).copy.tag).toBe('MK3')
    await change(away, number, { do: 'note', text: 'two' })
    await take(third, await give(away, third))
    await change(third, number, { do: 'note', text: 'three' })
    await take(home, await give(third, home))
    expect(await notesOf(home, number)).toEqual(['two', 'three'])
    expect((await look(home, await give(away, home))).each.map(({ added }) => added)).toEqual([0])
  })
})
