/** Reports and exports through the whole core: previewed, judged by the gate, written, journalled; what is hidden is nowhere in the file. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Command } from '../../../shared/domain/case/command.ts'
import { copiedDesk, type TestDesk } from '../desk-fixture.ts'
import { tempFolder } from '../vault-fixture.ts'

let desk: TestDesk
let number: string

const change = async (command: Command): Promise<void> => {
  const { heads } = await desk.call('case.show', { number })
  await desk.call('case.change', { number, heads: [...heads], command })
}

beforeEach(async () => {
  desk = await copiedDesk('2026-11-20T10:00:00.000Z')
  number = (await desk.call('case.create', { title: 'Phishing at Aldermoor Hospital' })).state.number
  await change({ do: 'set', field: 'tlp', value: 'GREEN' })
  await change({ do: 'set', field: 'rsit', value: 'fraud/phishing' })
  await change({ do: 'set', field: 'constituent', value: 'Aldermoor Hospital' })
  const observables = [
    { type: 'ip', value: '203.0.113.77' },
    { type: 'url', value: 'https://login.bank-harrow.example/a' },
  ] as const
  await change({ do: 'observe', observables: [...observables], state: 'confirmed' })
  await change({ do: 'note', text: 'The janitor of Aldermoor Hospital saw 192.0.2.200' })
})

const place = (name: string): { path: string; to: { grant: string } } => {
  const path = join(tempFolder(), name)
  return { path, to: { grant: desk.grant(path, 'write') } }
}
const consent = { conditionsAccepted: true } as const
const lastEntry = async (): Promise<string | undefined> =>
  (await desk.call('case.show', { number })).journal.at(-1)?.said.code

describe('a report', () => {
  test.each([
    ['html', '<!doctype html>'],
    ['markdown', '**TLP:GREEN**'],
    ['pdf', '%PDF-'],
  ] as const)('is written as %s, with its hash, and the case says that it left', async (form, begins) => {
    const { path, to } = place(`r.${form}`)
    const done = await desk.call('case.report', { number, audience: 'management', form, to, ...consent })
    expect(readFileSync(path, 'latin1').startsWith(begins)).toBe(true)
    expect(done.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(await lastEntry()).toBe('act.disclosed')
  })

  test('is shown before it leaves, with the verdict, and nothing is written by that', async () => {
    const before = (await desk.call('case.show', { number })).journal.length
    const shown = await desk.call('report.preview', { number, audience: 'management', form: 'markdown' })
    expect(shown.text).toContain('# Phishing at Aldermoor Hospital')
    expect(shown.verdict.reasons.length).toBeGreaterThan(0)
    expect((await desk.call('case.show', { number })).journal.length).toBe(before)
  })

  test.each(['csirt', 'vendor', 'user', 'press'] as const)('for %s never names the constituent', async (audience) => {
    const shown = await desk.call('report.preview', { number, audience, form: 'markdown' })
    expect(shown.text).not.toContain('Aldermoor')
    if (audience !== 'press')
      expect(shown.redacted).toContainEqual(
        expect.objectContaining({ item: 'Aldermoor Hospital', kind: 'organisation' }),
      )
  })

  test('hides what a person picked in every form, and calls it the same in all of them', async () => {
    const shown = await desk.call('report.preview', {
      number,
      audience: 'management',
      form: 'markdown',
      redact: ['Aldermoor Hospital'],
    })
    const name = shown.redacted[0]?.as ?? '?'
    for (const form of ['html', 'markdown'] as const) {
      const { path, to } = place(`r.${form}`)
      await desk.call('case.report', {
        number,
        audience: 'management',
        form,
        to,
        redact: ['Aldermoor Hospital'],
        ...consent,
      })
      const text = readFileSync(path, 'utf8')
      expect(text).not.toContain('Aldermoor')
      expect(text).toContain(name)
    }
  })

  test('that the gate stops leaves no file and no entry', async () => {
    await change({ do: 'set', field: 'tlp', value: 'RED' })
    const { path, to } = place('r.html')
    expect(await desk.refused('case.report', { number, audience: 'press', to })).toBe('release-stopped')
    expect(existsSync(path)).toBe(false)
    expect(await lastEntry()).not.toBe('act.disclosed')
  })

  test('that is let out against a stop needs the reason and the own code, and both are in the journal', async () => {
    await change({ do: 'set', field: 'tlp', value: 'RED' })
    const { path, to } = place('r.html')
    const wish = { number, audience: 'management', to } as const
    expect(
      await desk.refused('case.report', { ...wish, override: { reason: 'The board asked', code: 'XX' } }),
    ).not.toBeNull()
    const again = { grant: desk.grant(path, 'write') }
    await desk.call('case.report', { ...wish, to: again, override: { reason: 'The board asked', code: 'MK' } })
    expect(existsSync(path)).toBe(true)
    const { journal } = await desk.call('case.show', { number })
    expect(JSON.stringify(journal.at(-1)?.said.params)).toContain('The board asked')
  })

  test('of a closed case can still be written', async () => {
    await change({ do: 'phase', phase: 'coordination', reason: 'r' })
    await change({ do: 'close', code: 'resolved', note: 'Gone.' })
    const { path, to } = place('r.md')
    await desk.call('case.report', { number, audience: 'management', form: 'markdown', to, ...consent })
    expect(readFileSync(path, 'utf8')).toContain('Gone.')
  })
})

describe('an export', () => {
  test.each(['misp', 'stix', 'iodef', 'xarf', 'csv'] as const)(
    'as %s is written without notes and constituent, and journalled',
    async (format) => {
      const { path, to } = place(`x.${format}`)
      await desk.call('case.export', { number, format, to, ...consent })
      const text = readFileSync(path, 'utf8')
      expect(text).toMatch(/tlp.{0,20}green|restriction="green"|bab4a63c/is)
      for (const gone of ['Aldermoor', 'janitor', '192.0.2.200']) expect(text).not.toContain(gone)
      expect(await lastEntry()).toBe('act.disclosed')
    },
  )

  test('a second one has the same ids', async () => {
    const first = await desk.call('export.preview', { number, format: 'misp' })
    await change({ do: 'set', field: 'severity', value: 'high' })
    const second = await desk.call('export.preview', { number, format: 'misp' })
    const uuid = /"uuid": "([^"]+)"/
    expect(uuid.exec(second.text)?.[1]).toBe(uuid.exec(first.text)?.[1])
  })

  test('leaves out a value that is hidden, live or defanged', async () => {
    for (const format of ['misp', 'stix', 'iodef', 'csv'] as const) {
      const { text } = await desk.call('export.preview', { number, format, redact: ['203.0.113.77'] })
      expect(text).not.toMatch(/203\[?\.\]?0\[?\.\]?113\[?\.\]?77/)
      expect(text).toMatch(/login\[?\.\]?bank-harrow/)
    }
  })

  test('an unknown card as its recipient is a stop', async () => {
    const { verdict } = await desk.call('export.preview', { number, format: 'misp', recipient: 'nobody' })
    expect(verdict.verdict).toBe('stop')
  })
})
