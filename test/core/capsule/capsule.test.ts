/** What a capsule brings along, and what merging it changes: each thing once, both sides kept, what contradicts itself decided by a person. */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { halfPath } from '../../../electron/core/pgp/stream/sink.ts'
import { textFile } from '../desk-fixture.ts'
import { person } from '../../material/pgp-people.ts'
import { change, give, later, look, newCase, notesOf, stateOf, take, told, twoDesks, type Mate } from './two-desks.ts'

/** A machine with other things to do takes its time over keys and threads. */
vi.setConfig({ testTimeout: 180_000, hookTimeout: 180_000 })

let mk: Mate
let jv: Mate
let number: string
beforeEach(async () => {
  ;[mk, jv] = await twoDesks()
  number = await newCase(mk, 'Phishing kit on a hospital server')
})

const report = `From: Ann <ann@orchard.example>
To: cert@harrow.example
Subject: Phishing page
Date: Mon, 23 Nov 2026 09:00:00 +0100
Message-ID: <r1@orchard.example>

The page http://login.example.org/x on 192.0.2.7 asks for passwords.
`

const filesIn = (dir: string): readonly string[] =>
  existsSync(dir)
    ? readdirSync(dir, { recursive: true, withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []))
    : []

const evidenceOf = async (desk: Mate): Promise<string> => {
  const { state } = await desk.call('case.evidence', {
    number,
    file: textFile('letter.txt', 'Pay 5 BTC'),
    source: 'by hand',
    place: 'safe 2',
    takenAt: null,
  })
  return state.evidence.at(-1)?.blob ?? ''
}

async function withRoster(desk: Mate): Promise<void> {
  const members = [
    { name: 'Mika Kallio', role: 'lead', code: 'MK', tier: 'N2' as const },
    { name: 'Jana Vlk', role: 'analyst', code: 'JV', tier: 'N3' as const },
  ]
  const own = {
    address: 'cert@harrow.example',
    phone: '+34 910 000 001',
    zone: 'Europe/Madrid',
    hours: 'Mo-Fr 09:00-17:00',
  }
  await desk.call('card.own', { name: 'Harrow-CERT', ...own })
  const card = (await desk.call('me.show', {})).ownCard?.id ?? ''
  await desk.call('card.edit', { card, edits: [{ field: 'members', value: members }], reason: 'roster' })
}

/** Both have the case; each then writes by itself. */
async function parted(): Promise<void> {
  await change(mk, number, { do: 'set', field: 'rung', value: 9, reason: '' })
  await take(jv, await give(mk, jv))
  later(1, mk, jv)
}

describe('what comes along', () => {
  test('is the whole journal, entry for entry, and the case is the same on both desks', async () => {
    await change(mk, number, { do: 'note', text: 'They called' })
    await change(mk, number, { do: 'task', text: 'Call back', due: '2026-11-23T18:00:00.000Z', owner: 'MK' })
    await change(mk, number, { do: 'observe', observables: [{ type: 'ip', value: '192.0.2.7' }], state: 'seen' })
    const capsule = await give(mk, jv)
    const taken = await take(jv, capsule)
    expect(taken.cases).toMatchObject([{ number, conflicts: [] }])
    expect(taken.cases[0]?.added).toBeGreaterThan(4)
    // The giver wrote one entry more when the capsule was out: that it is out.
    await take(jv, await give(mk, jv, { cases: [number] }))
    const { journal: ours } = await mk.call('case.show', { number })
    const { journal: theirs } = await jv.call('case.show', { number })
    expect(theirs.map(({ hash }) => hash)).toEqual(ours.slice(0, theirs.length).map(({ hash }) => hash))
    expect(
      (await jv.call('queue.window', { order: 'policy', from: 0, count: 9 })).rows.map((row) => row.number),
    ).toEqual([number])
    expect((await jv.call('vault.check', {})).findings).toEqual([])
  })

  test('is each message with its original, which reads there as it does here', async () => {
    const { exchange } = await mk.call('intake.open', { file: textFile('report.eml', report) })
    await mk.call('intake.attach', { exchange: exchange.id, numbers: [number] })
    const view = await look(jv, await give(mk, jv, { evidence: false }))
    expect(view.beside.exchanges).toBe(1)
    await jv.call('capsule.take', { id: view.id, decisions: [] })
    const there = await jv.call('exchange.show', { exchange: exchange.id })
    expect(there).toMatchObject({ subject: 'Phishing page', cases: [number] })
    expect(JSON.stringify(there)).toContain('asks for passwords')
    expect((await jv.call('vault.check', {})).findings).toEqual([])
  })

  test('is evidence if it is asked for, sealed there under a key of its own, and its hash and custody in any case', async () => {
    const blob = await evidenceOf(mk)
    const without = await give(mk, jv, { evidence: false })
    expect((await look(jv, without)).evidence).toBe(0)
    await take(jv, without)
    expect((await stateOf(jv, number)).evidence).toMatchObject([{ name: 'letter.txt', place: 'safe 2', by: 'MK' }])
    expect(await jv.refused('evidence.look', { number, blob })).toBe('evidence-not-here')
    const withIt = await give(mk, jv)
    expect((await look(jv, withIt)).evidence).toBe(1)
    await take(jv, withIt)
    expect(await jv.call('evidence.look', { number, blob })).toMatchObject({ text: 'Pay 5 BTC' })
    expect((await jv.call('vault.check', {})).findings).toEqual([])
  })

  test('is the public key of whom was written with, undecided there, with what was decided here as a word', async () => {
    const ann = await person('Ann')
    await mk.call('key.import', { file: textFile('ann.asc', ann.armoredPublic) })
    await mk.call('key.trust', {
      fingerprint: ann.fingerprint,
      trust: 'verified',
      how: 'in-person',
      note: 'met at the conference',
    })
    const { exchange } = await mk.call('intake.open', {
      file: textFile('report.eml', report.replace('ann@orchard.example', ann.address)),
    })
    await mk.call('intake.attach', { exchange: exchange.id, numbers: [number] })
    await take(jv, await give(mk, jv))
    const key = await jv.call('key.show', { fingerprint: ann.fingerprint })
    expect(key).toMatchObject({ trust: 'undecided' })
    expect(JSON.stringify(key.decisions)).toContain('met at the conference')
    // No secret key travels in a handover, whatever is asked for.
    const own = (await jv.call('key.list', {})).filter(({ role }) => role !== 'other')
    expect(own.map(({ fingerprint }) => fingerprint)).toEqual([jv.deskKey])
  })

  test('is signed and sealed to that one desk: the file has neither a title nor a number in it', async () => {
    const capsule = await give(mk, jv)
    const text = Buffer.from(capsule.bytesOf()).toString('latin1')
    expect(text.startsWith('signet capsule 1\n')).toBe(true)
    for (const word of ['Phishing', 'hospital', number, 'case.opened']) expect(text).not.toContain(word)
    expect(filesIn(join(mk.dir, 'capsule.tmp'))).toEqual([])
  })
})

describe('merging', () => {
  test('keeps what both wrote in the meantime, in order, and each entry once', async () => {
    await parted()
    await change(mk, number, { do: 'note', text: 'one, MK' })
    later(1, mk, jv)
    await change(jv, number, { do: 'note', text: 'two, JV' })
    later(1, mk, jv)
    await change(mk, number, { do: 'note', text: 'three, MK' })
    await take(mk, await give(jv, mk))
    expect(await notesOf(mk, number)).toEqual(['one, MK', 'two, JV', 'three, MK'])
    await take(jv, await give(mk, jv))
    await take(mk, await give(jv, mk))
    expect(await notesOf(jv, number)).toEqual(['one, MK', 'two, JV', 'three, MK'])
    const hashes = (await mk.call('case.show', { number })).journal.map(({ hash }) => hash)
    expect(new Set(hashes).size).toBe(hashes.length)
  })

  test('shows what contradicts itself side by side, and a person decides with a reason', async () => {
    await parted()
    await change(mk, number, { do: 'set', field: 'rung', value: 7, reason: 'three accounts' })
    await change(jv, number, { do: 'set', field: 'rung', value: 4, reason: 'seen on site' })
    await change(jv, number, { do: 'note', text: 'Host is off the net' })
    const view = await look(mk, await give(jv, mk))
    expect(view.questions).toMatchObject([{ number, before: 9, conflict: { on: 'field', field: 'rung' } }])
    const sides = view.questions[0]?.sides.map(({ here, value, by, reason }) => ({ here, value, by, reason }))
    expect(sides).toContainEqual({ here: true, value: 7, by: 'MK', reason: 'three accounts' })
    expect(sides).toContainEqual({ here: false, value: 4, by: 'JV', reason: 'seen on site' })
    const [question] = view.questions
    const side = question?.sides.findIndex(({ here }) => !here) ?? -1
    const decide = (reason: string) => ({ id: view.id, decisions: [{ question: question?.id ?? '', side, reason }] })
    expect(await mk.refused('capsule.take', decide(' '))).toBe('reason-needed')
    expect((await stateOf(mk, number)).rung).toBe(7)
    const taken = await mk.call('capsule.take', decide('they were there'))
    expect(taken.cases).toMatchObject([{ number, conflicts: [] }])
    expect(await stateOf(mk, number)).toMatchObject({ rung: 4, conflicts: [] })
    const said = JSON.stringify((await mk.call('case.show', { number })).journal)
    for (const words of ['three accounts', 'seen on site', 'they were there']) expect(said).toContain(words)
    // And on the other desk nothing is asked again.
    expect((await look(jv, await give(mk, jv))).questions).toEqual([])
  })

  test('leaves what is not decided open on the case, with both values, and says so', async () => {
    await parted()
    await change(mk, number, { do: 'set', field: 'tlp', value: 'RED', reason: 'asked' })
    await change(jv, number, { do: 'set', field: 'tlp', value: 'GREEN', reason: 'asked' })
    const taken = await take(mk, await give(jv, mk))
    expect(taken.cases).toMatchObject([{ conflicts: [{ field: 'tlp', ours: 'RED', theirs: 'GREEN' }] }])
    const { conflicts, tlp } = await stateOf(mk, number)
    expect(conflicts).toMatchObject([{ field: 'tlp' }])
    expect(conflicts[0]?.values.map(({ value }) => value).toSorted()).toEqual(['GREEN', 'RED'])
    expect(tlp).toBe('RED')
  })

  test('refuses a decision about what has changed here since the person looked', async () => {
    await parted()
    await change(mk, number, { do: 'set', field: 'rung', value: 7, reason: '' })
    await change(jv, number, { do: 'set', field: 'rung', value: 4, reason: '' })
    const view = await look(mk, await give(jv, mk))
    await change(mk, number, { do: 'set', field: 'rung', value: 2, reason: 'it got worse' })
    const decisions = [{ question: view.questions[0]?.id ?? '', side: 0, reason: 'theirs' }]
    expect(await mk.refused('capsule.take', { id: view.id, decisions })).toBe('capsule-question-unknown')
    expect((await stateOf(mk, number)).rung).toBe(2)
    expect((await mk.call('capsule.show', { id: view.id })).questions[0]?.sides.map(({ value }) => value)).toContain(2)
  })

  test('changes nothing when the same capsule is taken twice, or one after it that brings nothing new', async () => {
    await evidenceOf(mk)
    const capsule = await give(mk, jv)
    await take(jv, capsule)
    await change(jv, number, { do: 'note', text: 'mine' })
    const before = await told(jv, number)
    const shown = await jv.call('handover.show', {})
    const blobs = filesIn(join(jv.dir, 'blobs'))
    const again = await take(jv, capsule)
    expect(again.cases).toEqual([{ number, added: 0, conflicts: [] }])
    expect(await told(jv, number)).toEqual(before)
    expect(await jv.call('handover.show', {})).toEqual(shown)
    expect(filesIn(join(jv.dir, 'blobs'))).toEqual(blobs)
  })

  test('is taken after a kill that left half of a file of it', async () => {
    const blob = await evidenceOf(mk)
    const { id } = await look(jv, await give(mk, jv))
    const half = halfPath({ kind: 'blob', dir: jv.dir, id: blob, key: '' }, 'capsule')
    mkdirSync(dirname(half), { recursive: true })
    writeFileSync(half, 'half')
    expect((await jv.call('capsule.take', { id, decisions: [] })).cases).toHaveLength(1)
    expect(await jv.call('evidence.look', { number, blob })).toMatchObject({ text: 'Pay 5 BTC' })
    expect(existsSync(half)).toBe(false)
  })

  test('writes nothing before it is taken, and nothing when it is dropped', async () => {
    await evidenceOf(mk)
    const view = await look(jv, await give(mk, jv))
    const { head } = jv.core.session()?.store ?? {}
    const before = head?.()
    expect(await jv.refused('case.show', { number })).toBe('case-not-found')
    expect((await jv.call('handover.show', {})).capsules).toMatchObject([{ id: view.id, kind: 'handover', from: 'MK' }])
    await jv.call('capsule.drop', { id: view.id })
    expect(await jv.refused('capsule.take', { id: view.id, decisions: [] })).toBe('capsule-not-found')
    expect(await jv.refused('capsule.show', { id: view.id })).toBe('capsule-not-found')
    expect(head?.()).toEqual(before)
    expect((await jv.call('handover.show', {})).capsules).toEqual([])
    expect(filesIn(join(jv.dir, 'capsule.tmp'))).toEqual([])
  })

  test('takes all cases, messages and files in one transaction: where the disk is full in the middle of it, nothing', async () => {
    await evidenceOf(mk)
    for (const title of ['Second', 'Third'])
      await change(mk, await newCase(mk, title), { do: 'note', text: 'x'.repeat(90_000) })
    const capsule = await give(mk, jv)
    const { id } = await look(jv, capsule)
    const store = jv.core.session()?.store
    const before = store?.head()
    const pages = Number(store?.db.pragma('page_count', { simple: true }))
    store?.db.pragma(`max_page_count = ${pages + 12}`)
    expect(await jv.refused('capsule.take', { id, decisions: [] })).toBe('disk-full')
    expect(store?.head()).toEqual(before)
    expect((await jv.call('queue.window', { order: 'policy', from: 0, count: 9 })).rows).toEqual([])
    expect(filesIn(join(jv.dir, 'blobs'))).toEqual([])
    expect(await jv.call('handover.show', {})).toMatchObject({ state: 'open', side: 'giver' })
    store?.db.pragma('max_page_count = 1073741823')
    // It is still held: nobody has to look for the file again.
    expect((await jv.call('capsule.take', { id, decisions: [] })).cases).toHaveLength(3)
    expect((await jv.call('vault.check', {})).findings).toEqual([])
  })

  test('takes a case that two persons have purged as what is left of it, and its contents go here too', async () => {
    const blob = await evidenceOf(mk)
    await take(jv, await give(mk, jv))
    await change(mk, number, { do: 'close', code: 'resolved', note: 'done' })
    expect(await jv.call('evidence.look', { number, blob })).toMatchObject({ text: 'Pay 5 BTC' })
    await withRoster(mk)
    await mk.call('case.purge', { number, second: 'JV', reason: 'kept long enough', confirm: number })
    await take(jv, await give(mk, jv, { cases: [number] }))
    expect(await stateOf(jv, number)).toMatchObject({ title: '', purged: { by: 'MK' } })
    expect(JSON.stringify(await jv.call('case.show', { number }))).not.toContain('hospital')
    expect((await jv.call('vault.check', {})).findings).toEqual([])
  })
})
