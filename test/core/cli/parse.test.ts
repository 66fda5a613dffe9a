import { describe, expect, test } from 'vitest'
import { helpText } from '../../../electron/cli/help.ts'
import { jsonText, outline, table, visible } from '../../../electron/cli/output.ts'
import { parse } from '../../../electron/cli/parse.ts'
import { commands } from '../../../electron/cli/table.ts'
import { fingerprintOf, instantOf, wholeNumber } from '../../../electron/cli/values.ts'

const read = (...argv: string[]) => parse(argv, commands)
const codeOf = (...argv: string[]) => {
  const parsed = read(...argv)
  return parsed.ok ? null : parsed.problem.code
}

describe('the words of a command line', () => {
  test('options may stand before, between and behind the words', () => {
    const parsed = read('--vault', 'v', 'case', '--json', 'note', '2026-MK-0001', '-')
    expect(parsed.ok && parsed.value.command?.name).toBe('case note')
    expect(parsed.ok && parsed.value.args.words).toEqual(['2026-MK-0001', '-'])
    expect(parsed.ok && parsed.value.args.one('vault')).toBe('v')
  })

  test('an option of several values takes the words up to the next option, and may come twice', () => {
    const parsed = read('message', 'seal', '--to', 'A', 'B', '--in', 'f', '--to', 'C', '--out', 'o')
    expect(parsed.ok && parsed.value.args.many('to')).toEqual(['A', 'B', 'C'])
    expect(parsed.ok && parsed.value.args.words).toEqual([])
  })

  test('behind "--" everything is a word', () => {
    const parsed = read('case', 'note', '2026-MK-0001', '--', '--not-an-option')
    expect(parsed.ok && parsed.value.args.words).toEqual(['2026-MK-0001', '--not-an-option'])
  })

  test('the longest name counts', () => {
    const parsed = read('vault', 'set', 'own-card', 'x')
    expect(parsed.ok && parsed.value.command?.name).toBe('vault set own-card')
  })

  test('an option that the command does not have is refused, and so is one without its value', () => {
    expect(codeOf('queue', '--colour', 'red')).toBe('cli.option-unknown')
    expect(codeOf('queue', '--limit')).toBe('cli.option-needs-value')
    expect(codeOf('queue', '--limit', '--json')).toBe('cli.option-needs-value')
    expect(codeOf('queue', '--json=yes')).toBe('cli.option-no-value')
  })

  test('no command takes a passphrase as an option', () => {
    const secret = commands
      .flatMap(({ options }) => Object.keys(options))
      .filter((name) => /pass|secret|recovery/.test(name))
    expect(secret.every((name) => name.endsWith('-fd'))).toBe(true)
  })
})

describe('help', () => {
  test('names every command, with the forms that keep text out of histories first', () => {
    const text = helpText([], 'en')
    for (const { name } of commands) expect(text).toContain(`signet ${name}`)
    expect(text.split('\n')[0]).toContain('"-" reads standard input')
    expect(text).toContain('case note NUMBER - | @FILE | TEXT')
  })

  test('of a group names that group, of a command that command', () => {
    expect(helpText(['key'], 'en')).not.toContain('signet case')
    expect(helpText(['case', 'note', '2026-MK-0001'], 'en')).not.toContain('signet case task')
  })
})

describe('values', () => {
  test('a time without a zone is refused', () => {
    expect(() => instantOf('2026-11-22T10:00:00', '--due')).toThrow('cli.not-an-instant')
    expect(instantOf('2026-11-22T10:00+01:00', '--due')).toBe('2026-11-22T09:00:00.000Z')
  })

  test('short key ids are refused', () => {
    expect(() => fingerprintOf('0x62465EA47AF63565')).toThrow('cli.not-a-fingerprint')
    expect(fingerprintOf('e27b 0217 965a e6d6 7e84  351a 6246 5ea4 7af6 3565')).toHaveLength(40)
  })

  test('numbers keep their bounds', () => {
    expect(() => wholeNumber('0', '--limit', 1, 10)).toThrow('cli.not-one-of')
    expect(() => wholeNumber('1e1', '--limit', 1, 10)).toThrow('cli.not-one-of')
  })
})

describe('what reaches a terminal', () => {
  test('escapes of a hostile sender do not', () => {
    expect(visible('a\u001b[2Jb\u202ec\u009b1m')).toBe('a\ufffd[2Jb\ufffdc\ufffd1m')
    const text = jsonText({ subject: 'a\u009b31mb\u202e' })
    expect(text).not.toMatch(/[\u0080-\u009f\u202e]/)
    expect(JSON.parse(text)).toEqual({ subject: 'a\u009b31mb\u202e' })
  })

  test('tables keep one row a line', () => {
    expect(
      table([
        ['a', 'x\ny'],
        ['long', null],
      ]),
    ).toBe('a     x y\nlong  -')
  })

  test('outlines leave out what is empty', () => {
    expect(outline({ schema: 's', a: '', b: [], c: { d: 1 }, e: [{ f: 'x', g: true }], h: 'two\nlines' })).toBe(
      'c:\n  d: 1\ne:\n  - f: x\n    g: true\nh:\n  two\n  lines',
    )
  })
})
