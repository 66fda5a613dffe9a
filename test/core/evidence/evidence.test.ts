/** Evidence and the journal's own soundness: custody, a damaged file, signatures at closing, what two persons remove for ever. */
import { createHash } from 'node:crypto'
import { createReadStream, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { extract } from 'tar-stream'
import { beforeEach, describe, expect, test } from 'vitest'
import { blobPath } from '../../../electron/core/store/blobs.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { copiedDesk, reopenedDesk, textFile, type TestDesk } from '../desk-fixture.ts'
import { tempFolder } from '../vault-fixture.ts'

let desk: TestDesk
let number: string
beforeEach(async () => {
  desk = await copiedDesk()
  number = (await desk.call('case.create', { title: 'Extortion at Harbour Bank' })).state.number
})

const change = async (command: Parameters<typeof desk.call<'case.change'>>[1]['command']): Promise<CaseView> => {
  const { heads } = await desk.call('case.show', { number })
  return desk.call('case.change', { number, heads: [...heads], command })
}

async function letter(text = 'Pay 5 BTC'): Promise<string> {
  const { state } = await desk.call('case.evidence', {
    number,
    file: textFile('letter.txt', text),
    source: 'Harbour Bank, by hand',
    place: 'safe 2',
    takenAt: '2026-11-20T09:00:00+01:00',
  })
  return state.evidence.at(-1)?.blob ?? ''
}

describe('evidence', () => {
  test('says where it came from, where it lies and when it was secured, and its log begins empty', async () => {
    await letter()
    const again = await reopenedDesk(desk)
    const { state } = await again.call('case.show', { number })
    expect(state.evidence).toMatchObject([
      { name: 'letter.txt', place: 'safe 2', takenAt: '2026-11-20T08:00:00.000Z', by: 'MK', handled: [] },
    ])
  })

  test('is verified on each opening, and that it was shown stands in its log', async () => {
    const blob = await letter()
    expect(await desk.call('evidence.look', { number, blob })).toMatchObject({ kind: 'text', text: 'Pay 5 BTC' })
    const { state } = await desk.call('evidence.verify', { number, blob })
    expect(state.evidence[0]?.handled.map(({ what }) => what)).toEqual(['shown', 'verified'])
  })

  test('that was damaged on disk is not shown, and the journal says when that was found', async () => {
    const blob = await letter('x'.repeat(5_000))
    const path = blobPath(join(desk.dir), blob)
    const sealed = readFileSync(path)
    sealed[2_000] = (sealed[2_000] ?? 0) ^ 1
    writeFileSync(path, sealed)
    expect(await desk.refused('evidence.look', { number, blob })).toBe('evidence-damaged')
    const { state } = await desk.call('evidence.verify', { number, blob })
    expect(state.evidence[0]?.handled.map(({ what }) => what)).toEqual(['damaged', 'damaged'])
  })

  test('can be handed back after the case was closed: custody does not end with it', async () => {
    const blob = await letter()
    await change({ do: 'close', code: 'resolved', note: 'done' })
    const { state } = await desk.call('evidence.note', {
      number,
      blob,
      what: 'returned',
      place: 'Harbour Bank',
      note: 'signed for by A. Ruiz',
    })
    expect(state.evidence[0]?.handled).toMatchObject([{ what: 'returned', place: 'Harbour Bank', code: 'MK' }])
  })

  test('that is of another case is unknown here', async () => {
    const blob = await letter()
    const other = (await desk.call('case.create', { title: 'Other' })).state.number
    expect(await desk.refused('evidence.verify', { number: other, blob })).toBe('evidence-unknown')
    expect(await desk.refused('evidence.note', { number: other, blob, what: 'moved', place: 'x', note: '' })).toBe(
      'evidence-unknown',
    )
  })
})

describe('an export', () => {
  const wish = async (to: string): Promise<Parameters<typeof desk.call<'evidence.export'>>[1]> => ({
    number,
    blobs: [await letter()],
    to: { grant: desk.grant(to, 'write') },
  })

  test('is judged by the gate before a place is asked for, and nothing is written where it stops', async () => {
    await change({ do: 'set', field: 'classes', value: 'private-user' })
    await change({ do: 'set', field: 'tlp', value: 'AMBER+STRICT' })
    const path = join(tempFolder(), 'evidence.tar')
    expect(await desk.refused('evidence.export', await wish(path))).toBe('release-stopped')
    expect(existsSync(path)).toBe(false)
    const { state } = await desk.call('case.show', { number })
    expect(state.evidence[0]?.handled).toEqual([])
  })

  test('for a kind of reader is judged for that kind, not for the one that is usual', async () => {
    const path = join(tempFolder(), 'evidence.tar')
    const asked = { ...(await wish(path)), conditionsAccepted: true }
    expect(await desk.refused('evidence.export', { ...asked, recipient: 'class:press' })).toBe('release-stopped')
    expect(existsSync(path)).toBe(false)
    await desk.call('evidence.export', { ...asked, recipient: 'class:police' })
  })

  test('holds the files as they are and a manifest whose hashes agree, and stands in the custody of each', async () => {
    const path = join(tempFolder(), 'evidence.tar')
    const done = await desk.call('evidence.export', { ...(await wish(path)), conditionsAccepted: true })
    const entries = new Map<string, Buffer>()
    const unpack = extract()
    unpack.on('entry', (header, stream, next) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk) => chunks.push(Buffer.from(chunk as Uint8Array)))
      stream.on('end', () => {
        entries.set(header.name, Buffer.concat(chunks))
        next()
      })
    })
    await pipeline(createReadStream(path), unpack)
    const manifest: unknown = JSON.parse(String(entries.get('manifest.json')))
    const file = entries.get('files/001-letter.txt')
    expect(String(file)).toBe('Pay 5 BTC')
    expect(manifest).toMatchObject({
      schema: 'signet.evidence/1',
      case: number,
      files: [
        {
          sha256: createHash('sha256')
            .update(file ?? '')
            .digest('hex'),
          source: 'Harbour Bank, by hand',
        },
      ],
    })
    const { state, journal } = await desk.call('case.show', { number })
    expect(state.evidence[0]?.handled).toMatchObject([{ what: 'exported', note: done.sha256 }])
    expect(journal.map(({ kind }) => kind)).toContain('disclosed')
  })
})

test('observables on the clipboard are defanged, and that they left stands in the journal', async () => {
  await change({ do: 'observe', observables: [{ type: 'ip', value: '192.0.2.7' }], state: 'confirmed' })
  expect(await desk.refused('case.copy', { number, values: ['198.51.100.1'] })).toBe('copy-nothing')
  expect(await desk.call('case.copy', { number, values: ['192.0.2.7'], conditionsAccepted: true })).toEqual({
    copied: 1,
  })
  expect(desk.copied).toEqual(['192[.]0[.]2[.]7\n'])
  const { journal } = await desk.call('case.show', { number })
  expect(journal.at(-1)).toMatchObject({ kind: 'disclosed' })
})

describe('closing', () => {
  test('signs the heads of the journal with the desk key, and the check finds nothing', async () => {
    const { state } = await change({ do: 'close', code: 'resolved', note: 'done' })
    const { deskKey } = await desk.call('me.show', {})
    expect(state.signed).toMatchObject([{ fingerprint: deskKey }])
    const again = await reopenedDesk(desk)
    expect(await again.call('journal.check', { number })).toMatchObject({ ok: true, findings: [] })
    expect(await again.call('journal.check', {})).toMatchObject({ ok: true })
  })

  test('a signature over other heads, or altered, does not verify', async () => {
    await change({ do: 'close', code: 'resolved', note: 'done' })
    const session = desk.core.session()
    if (session === null) throw new Error('locked')
    const { db } = session.store
    const row = db
      .prepare("SELECT hash, payload FROM entries WHERE payload LIKE '%BEGIN PGP SIGNED MESSAGE%'")
      .get<{ hash: string; payload: string }>([])
    db.prepare('UPDATE entries SET payload = ? WHERE hash = ?').run([
      (row?.payload ?? '').replace('signet.case-heads/1', 'signet.case-heads/2'),
      row?.hash ?? '',
    ])
    const { ok, findings } = await desk.call('journal.check', { number })
    expect(ok).toBe(false)
    expect(findings.map(({ code }) => code)).toContain('damage-entry')
  })
})

describe('a purge', () => {
  const secret = 'Harbour Bank pays ransom, contact ana@bank.example'

  async function closedWithSecret(): Promise<string> {
    const own = await desk.call('me.show', {})
    await desk.call('card.edit', {
      card: own.ownCard?.id ?? '',
      edits: [
        {
          field: 'members',
          value: [
            { name: 'Mika Kallio', role: 'lead', code: 'MK', tier: 'N2' },
            { name: 'Jana Vlk', role: 'analyst', code: 'JV', tier: 'N3' },
          ],
        },
      ],
      reason: 'roster',
    })
    const blob = await letter(secret)
    await change({ do: 'note', text: secret })
    await change({ do: 'close', code: 'resolved', note: 'settled' })
    return blob
  }

  const wish = { reason: 'retention is over', second: 'JV' }

  test('needs a closed case, its number typed and another person of the roster', async () => {
    expect(await desk.refused('case.purge', { number, ...wish, confirm: number })).toBe('purge-open')
    await closedWithSecret()
    expect(await desk.refused('case.purge', { number, ...wish, confirm: 'x' })).toBe('purge-confirm')
    expect(await desk.refused('case.purge', { number, ...wish, second: 'MK', confirm: number })).toBe('purge-second')
    expect(await desk.refused('case.purge', { number, ...wish, second: 'ZZ', confirm: number })).toBe('purge-second')
  })

  test('removes what was said and keeps the skeleton, which still verifies after a restart', async () => {
    const blob = await closedWithSecret()
    const before = await desk.call('case.show', { number })
    const done = await desk.call('case.purge', { number, ...wish, confirm: number })
    expect(done).toMatchObject({ number, entries: before.journal.length, blobs: 1 })
    expect(existsSync(blobPath(desk.dir, blob))).toBe(false)
    const again = await reopenedDesk(desk)
    const { state, journal } = await again.call('case.show', { number })
    expect(state).toMatchObject({
      number,
      phase: 'closed',
      title: '',
      evidence: [],
      purged: { by: 'MK', second: 'JV' },
    })
    expect(journal).toHaveLength(before.journal.length + 1)
    expect(JSON.stringify({ state, journal })).not.toContain('Harbour')
    expect(await again.call('journal.check', { number })).toMatchObject({ ok: true })
    expect(await again.call('vault.check', {})).toMatchObject({ ok: true })
    expect((await again.call('case.list', { search: 'Harbour' })).total).toBe(0)
    expect(await again.refused('case.purge', { number, ...wish, confirm: number })).toBe('purge-done-before')
  })

  test('names the backups that still hold the contents', async () => {
    await closedWithSecret()
    const folder = tempFolder()
    await desk.call('vault.backup', { to: { grant: desk.grant(join(folder, 'b.signet'), 'write') } })
    const { stillIn } = await desk.call('case.purge', { number, ...wish, confirm: number })
    expect(stillIn).toMatchObject([{ what: 'backup', name: 'b.signet' }])
  })
})

test('a case without a date of its own is kept as the table says for its class, and is listed when that is over', async () => {
  await change({ do: 'set', field: 'keepUntil', value: '2026-11-21' })
  await change({ do: 'close', code: 'resolved', note: 'done' })
  expect(await desk.call('retention.list', {})).toMatchObject([{ number, keepUntil: '2026-11-21', due: true }])
})

test('a note that is being typed outlives the lock, and is gone when it is empty', async () => {
  await desk.call('note.keep', { number, text: 'half a sent' })
  const again = await reopenedDesk(desk)
  expect(await again.call('note.kept', { number })).toEqual({ text: 'half a sent' })
  await again.call('note.keep', { number, text: '' })
  expect(await again.call('note.kept', { number })).toEqual({ text: '' })
})

test('what was undone stays undone over a restart, and can be given back then', async () => {
  await change({ do: 'set', field: 'severity', value: 'high' })
  await change({ do: 'set', field: 'severity', value: 'low' })
  await change({ do: 'undo' })
  let again = await reopenedDesk(desk)
  let view = await again.call('case.show', { number })
  expect(view.state.severity).toBe('high')
  expect(view.redo).toMatchObject([{ said: { params: { value: 'low' } }, entries: 1 }])
  expect(view.journal.at(-1)?.said).toMatchObject({ code: 'act.undone.what', params: { what: 'Severity: low' } })
  await again.call('case.change', { number, heads: [...view.heads], command: { do: 'redo' } })
  again = await reopenedDesk(again)
  view = await again.call('case.show', { number })
  expect(view.state.severity).toBe('low')
  expect(view.undo).toHaveLength(2)
})
