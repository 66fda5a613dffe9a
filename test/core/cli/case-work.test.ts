/** A case from its report to its end, by the command line alone, on one trial vault. The tests stand on each other in order. */
import { beforeAll, describe, expect, test } from 'vitest'
import { cliIn, fileIn, newTrialVault, sharedFolder, textIn, type Ended } from './cli-fixture.ts'

const dir = sharedFolder()
const cli = cliIn(dir)
const report = `From: ann@example.org
To: cert@our.example
Subject: Phishing page on 192.0.2.7
Date: Sun, 22 Nov 2026 09:00:00 +0100
Message-ID: <one@example.org>
Content-Type: text/plain; charset=utf-8

TLP:GREEN
The page hxxp://shop[.]example/login is on 192.0.2.7 since 2026-11-22 08:30:00 UTC.
`

let created: Ended
beforeAll(async () => {
  created = await newTrialVault(dir)
  fileIn(dir, 'report.eml', report)
})

const show = async (number = '2026-MK-0001') => (await cli(['case', 'show', number, '--json'])).json

describe('a new vault', () => {
  test('tells its recovery key once, in eight groups', () => {
    expect(created.code).toBe(0)
    expect(created.json).toMatchObject({ schema: 'signet.vault/1', trial: true })
    expect(created.json['recoveryKey']).toMatch(/^(?:[0-9A-Z]{5}-){7}[0-9A-Z]{5}$/)
  })

  test('says what it holds', async () => {
    const { json } = await cli(['vault', 'info', '--json'])
    expect(json).toMatchObject({
      schema: 'signet.vault-info/1',
      copy: 'MK',
      analyst: 'MK',
      trial: true,
      cases: 0,
      teamKey: null,
    })
  })

  test('is not made twice in one folder', async () => {
    const again = await newTrialVault(dir)
    expect(again).toMatchObject({ code: 1 })
    expect(again.json['problem']?.['code']).toBe('vault-exists')
  })
})

describe('a case', () => {
  test('is opened from a report with what the report says', async () => {
    const { code, json } = await cli(['case', 'new', '--from', 'report.eml', '--json'])
    expect(code).toBe(0)
    expect(json).toMatchObject({
      schema: 'signet.case/1',
      number: '2026-MK-0001',
      phase: 'triage',
      tlp: 'GREEN',
      title: 'Phishing page on 192.0.2.7',
    })
    expect(json['reports']).toHaveLength(1)
    expect(json['observables']?.map((seen) => seen['value'])).toContain('192.0.2.7')
  })

  test('is opened by hand, its title from standard input or a file', async () => {
    const piped = await cli(['case', 'new', '--title', '-', '--json'], { stdin: 'From the telephone\n' })
    expect(piped.json['title']).toBe('From the telephone')
    fileIn(dir, 'title.txt', 'From a file')
    expect((await cli(['case', 'new', '--title', '@title.txt', '--json'])).json['title']).toBe('From a file')
    expect((await cli(['case', 'new'])).code).toBe(2)
  })

  test('takes notes from "-", "@FILE" and the line itself, line breaks and all', async () => {
    await cli(['case', 'note', '2026-MK-0001', '-'], { stdin: 'Called the owner.\nNobody there.\n' })
    fileIn(dir, 'note.txt', 'Written beforehand.\n')
    await cli(['case', 'note', '2026-MK-0001', '@note.txt'])
    await cli(['case', 'note', '2026-mk-0001', 'Short one'])
    const texts = (await show())['journal']?.map((line) => line['text'])
    expect(texts).toEqual(
      expect.arrayContaining(['Called the owner.\nNobody there.', 'Written beforehand.', 'Short one']),
    )
  })

  test('takes tasks with a due time, and refuses one without a zone', async () => {
    const { json } = await cli([
      'case',
      'task',
      '2026-MK-0001',
      'Call again',
      '--due',
      '2026-11-23T10:00:00+01:00',
      '--owner',
      'mk',
      '--json',
    ])
    expect(json['tasks']).toMatchObject([
      { text: 'Call again', due: '2026-11-23T09:00:00.000Z', owner: 'MK', done: false },
    ])
    expect((await cli(['case', 'task', '2026-MK-0001', 'x', '--due', '2026-11-23'])).code).toBe(2)
  })

  test('takes observables, defanged ones and lists of them; one bad value saves none', async () => {
    const { json } = await cli(['case', 'observable', '2026-MK-0001', '-', '--state', 'confirmed', '--json'], {
      stdin: '198[.]51[.]100[.]9\nhxxps://evil[.]example/x\n\n',
    })
    expect(json['observables']).toEqual(
      expect.arrayContaining([{ type: 'ip', value: '198.51.100.9', state: 'confirmed', source: null }]),
    )
    const before = (await show())['journal']?.length
    const bad = await cli(['case', 'observable', '2026-MK-0001', '203.0.113.5', 'no such thing', '--json'])
    expect(bad.code).toBe(1)
    expect(bad.json['problem']?.['code']).toBe('observable-invalid')
    expect((await show())['journal']?.length).toBe(before)
  })

  test('takes evidence and other messages', async () => {
    fileIn(dir, 'log.txt', 'a log')
    const { json } = await cli(['case', 'evidence', '2026-MK-0001', 'log.txt', '--source', 'the owner', '--json'])
    expect(json['evidence']).toMatchObject([{ name: 'log.txt', size: 5, source: 'the owner' }])
    fileIn(dir, 'second.eml', report.replace('<one@', '<two@'))
    expect((await cli(['case', 'attach', '2026-MK-0001', 'second.eml', '--json'])).json['reports']).toHaveLength(2)
  })

  test('takes fields, all or none, and a looser marking only with a reason', async () => {
    const set = await cli(['case', 'set', '2026-MK-0001', 'rung=4', 'tlp=AMBER', 'urgent=yes', 'title=-', '--json'], {
      stdin: 'New title',
    })
    expect(set.json).toMatchObject({ rung: 4, band: 'P2', tlp: 'AMBER', urgent: true, title: 'New title' })
    const bad = await cli(['case', 'set', '2026-MK-0001', 'rung=5', 'severity=terrible', '--json'])
    expect(bad.json['problem']?.['code']).toBe('field-invalid')
    const loose = await cli(['case', 'set', '2026-MK-0001', 'rung=5', 'tlp=CLEAR', '--json'])
    expect(loose.json['problem']?.['code']).toBe('tlp-reason')
    expect(await show()).toMatchObject({ rung: 4, tlp: 'AMBER' })
    expect((await cli(['case', 'set', '2026-MK-0001', 'colour=red'])).code).toBe(2)
  })

  test('goes through its checklist and its phases', async () => {
    expect((await cli(['case', 'check', '2026-MK-0001', 'triage.occurred', 'done'])).code).toBe(0)
    expect(
      (await cli(['case', 'check', '2026-MK-0001', 'triage.extent', 'na', '--json'])).json['problem']?.['code'],
    ).toBe('reason-needed')
    expect(
      (await cli(['case', 'check', '2026-MK-0001', 'triage.tea', 'done', '--json'])).json['problem']?.['code'],
    ).toBe('item-unknown')
    const early = await cli(['case', 'phase', '2026-MK-0001', 'coordination', '--json'])
    expect(early.json['problem']).toMatchObject({ code: 'steps-open', params: { count: 2 } })
    const on = await cli(['case', 'phase', '2026-MK-0001', 'coordination', '--reason', '-', '--json'], {
      stdin: 'no time',
    })
    expect(on.json['phase']).toBe('coordination')
  })

  test('stands in the queue with its reason, and is found by its words', async () => {
    const { json } = await cli(['queue', '--limit', '1', '--json'])
    expect(json).toMatchObject({ schema: 'signet.queue/1', total: 3 })
    expect(json['rows']).toMatchObject([
      {
        number: '2026-MK-0001',
        rung: 4,
        band: 'P2',
        urgent: true,
        reason: { text: expect.stringContaining('Rung 4') as string },
      },
    ])
    expect((await cli(['case', 'list', '--search', 'beforehand', '--json'])).json).toMatchObject({
      schema: 'signet.cases/1',
      total: 1,
    })
  })

  test('is read at another time with --now', async () => {
    const { json } = await cli(['queue', '--now', '2026-12-24T12:00:00Z', '--json'])
    expect(json['rows']?.[0]?.['reason']?.['text']).toContain('overdue')
  })

  test('is reported to whom its marking allows', async () => {
    expect(
      (await cli(['case', 'report', '2026-MK-0001', '--audience', 'management', '--out', 'report.html'])).code,
    ).toBe(0)
    expect(textIn(dir, 'report.html')).toContain('TLP:AMBER')
    const press = await cli(['case', 'report', '2026-MK-0001', '--audience', 'press', '--out', 'press.html', '--json'])
    expect(press).toMatchObject({ code: 1 })
    expect(press.json['problem']?.['code']).toBe('release-stopped')
  })

  test('does not write over a file unless told to', async () => {
    const again = ['case', 'report', '2026-MK-0001', '--audience', 'management', '--out', 'report.html', '--json']
    expect((await cli(again)).json['problem']?.['code']).toBe('file-exists')
    expect((await cli([...again, '--force'])).code).toBe(0)
  })

  test('is closed with a note and opened again with a reason', async () => {
    expect(
      (await cli(['case', 'close', '2026-MK-0001', '--code', 'resolved', '--note', 'done', '--json'])).json['phase'],
    ).toBe('closed')
    expect((await cli(['case', 'note', '2026-MK-0001', 'late', '--json'])).json['problem']?.['code']).toBe(
      'case-closed',
    )
    expect((await cli(['case', 'reopen', '2026-MK-0001', '--reason', 'it is back', '--json'])).json['phase']).not.toBe(
      'closed',
    )
  })

  test('that is not there is said so', async () => {
    const gone = await cli(['case', 'show', '2026-XX-0001', '--json'])
    expect(gone).toMatchObject({ code: 1 })
    expect(gone.json['problem']).toMatchObject({ code: 'case-not-found', params: { number: '2026-XX-0001' } })
    expect(gone.err).toBe(`${gone.json['problem']?.['text']}\n`)
  })
})

describe('the vault', () => {
  test('keeps a message aside without a case', async () => {
    const { json } = await cli(['report', 'set-aside', 'report.eml', '--reason', 'a test', '--json'])
    expect(json).toMatchObject({ schema: 'signet.set-aside/1', state: 'set-aside', reason: 'a test' })
  })

  test('passes its check', async () => {
    expect(await cli(['vault', 'check', '--json'])).toMatchObject({ code: 0 })
  })

  test('is backed up, verified and restored', async () => {
    expect((await cli(['vault', 'backup', 'b.signet'])).code).toBe(0)
    expect((await cli(['vault', 'backup', 'b.signet', '--json'])).json['problem']?.['code']).toBe('file-exists')
    expect((await cli(['vault', 'verify', 'b.signet', '--json'])).json['schema']).toBe('signet.backup/1')
    expect((await cli(['vault', 'restore', 'b.signet', 'second'])).code).toBe(0)
    const { json } = await cli(['--vault', 'second', 'case', 'show', '2026-MK-0001', '--json'])
    expect(json['title']).toBe('New title')
  })

  test('changes its passphrase, and opens by its recovery key', async () => {
    const second = ['--vault', 'second']
    expect(
      (await cli([...second, 'vault', 'passphrase', '--passphrase-fd', '3'], { fds: { 3: 'trial\nanother\n' } })).code,
    ).toBe(0)
    expect((await cli([...second, 'queue', '--json'])).json['problem']?.['code']).toBe('passphrase-wrong')
    const recovered = await cli([...second, 'vault', 'recover'], {
      env: { SIGNET_RECOVERY_KEY: created.json['recoveryKey'] ?? '', SIGNET_NEW_PASSPHRASE: 'third' },
    })
    expect(recovered.code).toBe(0)
    expect((await cli([...second, 'queue'], { env: { SIGNET_PASSPHRASE: 'third' } })).code).toBe(0)
  })

  test('is given time after too many wrong passphrases, and tried once more', async () => {
    const waited: number[] = []
    const wrong = { env: { SIGNET_PASSPHRASE: 'wrong' }, waited }
    let last = await cli(['--vault', 'second', 'queue', '--json'], wrong)
    for (let tries = 0; tries < 6 && waited.length === 0; tries++)
      last = await cli(['--vault', 'second', 'queue', '--json'], wrong)
    expect(waited[0]).toBeGreaterThan(0)
    expect(last).toMatchObject({ code: 1 })
    expect(last.err).toContain('Waiting')
  })

  test('takes dropped messages without a passphrase', async () => {
    const { json, code } = await cli(['drop', 'report.eml', 'second.eml', '--json'], { env: { SIGNET_PASSPHRASE: '' } })
    expect(code).toBe(0)
    expect(json).toMatchObject([{ schema: 'signet.drop/1', file: 'report.eml' }, { file: 'second.eml' }])
  })
})

describe('passphrases', () => {
  test('are asked for at a terminal, a new one twice', async () => {
    const made = await cli(['vault', 'create', 'third', '--analyst', 'AB', '--name', 'A', '--tier', 'N1', '--trial'], {
      typed: ['one', 'other'],
    })
    expect(made).toMatchObject({ code: 1 })
    expect(made.err).toContain('differ')
    expect((await cli(['queue'], { typed: ['trial'] })).code).toBe(0)
  })

  test('without a source are called wrong usage', async () => {
    const none = await cli(['queue', '--json', '--passphrase-fd', '9'])
    expect(none.code).toBe(2)
  })

  test('of a real vault must be long', async () => {
    const weak = await cli(['vault', 'create', 'real', '--analyst', 'AB', '--name', 'A', '--tier', 'N1', '--json'])
    expect(weak.json['problem']?.['code']).toBe('passphrase-weak')
  })
})

describe('fill', () => {
  test('makes the same cases for the same seed, one in ten with phishing, in an empty trial vault only', async () => {
    const at = ['--now', '2026-11-22T12:00:00Z', '--json']
    expect((await cli(['fill', '--cases', '10', '--entries', '20', '--json'])).json['problem']?.['code']).toBe(
      'fill-not-empty',
    )
    const lists = []
    for (const name of ['f1', 'f2']) {
      await cli(['vault', 'create', name, '--analyst', 'MK', '--name', 'M', '--tier', 'N2', '--trial'])
      const filled = await cli(['--vault', name, 'fill', '--cases', '60', '--entries', '600', '--seed', '4', ...at])
      expect(filled.json).toMatchObject({ cases: 60, entries: 600 })
      lists.push((await cli(['--vault', name, 'case', 'list', '--json'])).out)
    }
    expect(lists[0]).toBe(lists[1])
    expect((await cli(['--vault', 'f1', 'case', 'list', '--search', 'phishing', '--json'])).json['total']).toBe(6)
    expect((await cli(['--vault', 'f1', 'vault', 'check'])).code).toBe(0)
  })
})
