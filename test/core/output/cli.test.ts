/** Reports, exports and figures on the command line: out through the gate, refused with a problem where it stops. */
import { beforeAll, expect, test } from 'vitest'
import { cliIn, newTrialVault, sharedFolder, textIn } from '../cli/cli-fixture.ts'

const dir = sharedFolder()
const signet = cliIn(dir)
let number: string

beforeAll(async () => {
  await newTrialVault(dir)
  number = String((await signet(['case', 'new', '--title', 'Phishing', '--json'])).json['number'])
  await signet(['case', 'observable', number, '203.0.113.77', '--state', 'confirmed'])
  await signet(['case', 'set', number, 'tlp=GREEN', '--reason', 'told so'])
}, 60_000)

test.each([
  ['r.html', 'html', '<!doctype html>'],
  ['r.pdf', 'pdf', '%PDF-'],
  ['r.md', 'markdown', '**TLP:GREEN**'],
])('the form of %s is that of its ending', async (file, form, begins) => {
  const done = await signet(['case', 'report', number, '--audience', 'management', '--accept', '--out', file, '--json'])
  expect(done.json).toMatchObject({ schema: 'signet.file/1', file, form })
  expect(textIn(dir, file).startsWith(begins)).toBe(true)
})

test('a form that is named counts more than the ending', async () => {
  const wish = ['--audience', 'management', '--accept', '--form', 'markdown', '--out', 'r.txt']
  expect((await signet(['case', 'report', number, ...wish])).code).toBe(0)
  expect(textIn(dir, 'r.txt')).toContain('# Phishing')
})

test('what the gate stops is refused with its reason', async () => {
  const stopped = await signet(['case', 'report', number, '--audience', 'press', '--out', 'p.html', '--json'])
  expect(stopped.code).toBe(1)
  expect(stopped.json).toMatchObject({ problem: { code: 'release-stopped' } })
})

test('an override lets it out, and its reason is in the journal', async () => {
  const wish = ['case', 'report', number, '--audience', 'management', '--out', 'o.html', '--json']
  expect((await signet([...wish, '--override', 'The board decided to tell'])).code).toBe(0)
  const { journal } = (await signet(['case', 'show', number, '--json'])).json
  expect(journal?.map(({ kind }) => kind)).toContain('disclosed')
})

test.each(['misp', 'stix', 'iodef', 'xarf', 'csv'])('an export as %s', async (format) => {
  const done = await signet([
    'case',
    'export',
    number,
    '--format',
    format,
    '--accept',
    '--out',
    `x.${format}`,
    '--json',
  ])
  if (format === 'xarf') {
    // This team has no card of its own yet, and so no address to send from.
    expect(done.json).toMatchObject({ problem: { code: 'export-no-address' } })
    return
  }
  expect(done.json).toMatchObject({ schema: 'signet.file/1', format })
  expect(textIn(dir, `x.${format}`)).toMatch(/203\[?\.\]?0\[?\.\]?113\[?\.\]?77/)
})

test('figures as a document, as tables, and as CSV', async () => {
  const wish = ['stats', '--from', '2020-01-01', '--to', '2099-12-31']
  const { json } = await signet([...wish, '--json'])
  expect(json).toMatchObject({ schema: 'signet.stats/1', opened: { value: 1, n: 1 } })
  expect((await signet(wish)).out).toContain('First response in time')
  expect((await signet([...wish, '--csv'])).out).toContain('"figures","Opened","1"')
})

test('a day that is none, and a period that runs backwards', async () => {
  expect((await signet(['stats', '--from', 'May', '--to', '2026-01-01'])).code).toBe(2)
  expect((await signet(['stats', '--from', '2026-02-01', '--to', '2026-01-01'])).code).toBe(1)
})
