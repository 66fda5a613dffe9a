/** There is one way out, and what has not passed the gate cannot be written. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { judge, passGate, type GateAsk } from '../../../electron/core/disclosure/gate.ts'
import type { Cleared } from '../../../electron/core/release/cleared.ts'
import { disclosedAct, type Pass } from '../../../electron/core/release/pass.ts'
import { release } from '../../../electron/core/release/release.ts'
import { writeCleared } from '../../../electron/core/release/writers.ts'
import type { Session } from '../../../electron/core/session.ts'
import { copiedDesk, type TestDesk } from '../desk-fixture.ts'
import { expectOk, tempFolder } from '../vault-fixture.ts'

let desk: TestDesk
let session: Session
beforeEach(async () => {
  desk = await copiedDesk()
  const open = desk.core.session()
  if (open === null) throw new Error('locked')
  session = open
})

const ask = (change: Partial<GateAsk> = {}): GateAsk => ({
  number: null,
  to: ['class:csirt'],
  classes: null,
  channel: 'file',
  tlp: 'GREEN',
  text: '',
  disguised: false,
  ...change,
})
const plain = { conditionsAccepted: false, override: null }
const passed = (change: Partial<GateAsk> = {}): Pass => expectOk(passGate(session, ask(change), plain))

describe('a writer', () => {
  it('refuses what only looks cleared, and writes nothing', () => {
    const path = join(tempFolder(), 'out.txt')
    const forged = { content: 'secret' } as Cleared<string>
    expect(() => writeCleared({ path, name: 'out.txt' }, forged)).toThrow('not cleared')
    expect(existsSync(path)).toBe(false)
  })

  it('says a sentence where the place cannot be written', () => {
    const cleared = release.output(passed(), 'report')
    const done = writeCleared({ path: join(tempFolder(), 'no', 'such', 'folder.html'), name: 'folder.html' }, cleared)
    expect(done.ok ? null : done.problem.code).toBe('write-failed')
  })
})

describe('a pass', () => {
  it('that only looks like one clears nothing, and a true one clears one thing', () => {
    const pass = passed()
    expect(() => release.output({ ...pass }, 'x')).toThrow('not passed by the gate')
    expect(release.output(pass, 'x').content).toBe('x')
    expect(() => release.message(pass, 'y')).toThrow('not passed by the gate')
  })

  it('is given for a report as its marking allows: RED to nobody outside, AMBER not to the press', () => {
    const refused = (change: Partial<GateAsk>): boolean => !passGate(session, ask(change), plain).ok
    expect(refused({ tlp: 'RED' })).toBe(true)
    expect(refused({ tlp: 'AMBER', to: ['class:press'] })).toBe(true)
    expect(refused({ tlp: 'CLEAR', to: ['class:press'] })).toBe(false)
    expect(refused({ tlp: 'AMBER+STRICT', to: ['class:management'] })).toBe(false)
  })

  it('is not given for a card that is not here, nor for a case', () => {
    expect(judge(session, ask({ to: ['nobody'] }))).toMatchObject({
      verdict: 'stop',
      reasons: [{ final: true }, {}, {}, {}],
    })
    const done = passGate(session, ask({ number: '2026-MK-0999' }), plain)
    expect(done.ok).toBe(false)
  })
})

describe('an override', () => {
  const stopped = ask({ classes: ['intruder'], to: ['class:public'], tlp: 'CLEAR' })
  const over = (reason: string, code = 'MK') => passGate(session, stopped, { ...plain, override: { reason, code } })

  it('needs a reason and the code of who is at the desk', () => {
    expect(passGate(session, stopped, plain)).toMatchObject({ ok: false, problem: { code: 'release-stopped' } })
    expect(over('  ')).toMatchObject({ ok: false, problem: { code: 'reason-needed' } })
    expect(over('charged yesterday', 'XX')).toMatchObject({ ok: false, problem: { code: 'gate.code-wrong' } })
    const pass = expectOk(over('charged yesterday', 'mk'))
    expect(pass).toMatchObject({ verdict: 'stop', override: 'charged yesterday' })
    expect(disclosedAct(pass, { form: 'eml', sha256: 'ab' })).toMatchObject({
      kind: 'disclosed',
      to: ['public'],
      classes: ['intruder'],
      verdict: 'stop',
      override: 'charged yesterday',
    })
  })

  it('lifts nothing of the absolute list, no marking, and no missing recipient', () => {
    const override = { reason: 'please', code: 'MK' }
    for (const change of [
      { classes: ['private-site'], to: ['class:public'], tlp: 'CLEAR' },
      { to: ['class:public'], tlp: 'GREEN' },
      { to: [] },
      { to: ['nobody'] },
    ] as const)
      expect(passGate(session, ask(change), { conditionsAccepted: true, override }).ok).toBe(false)
  })
})

it('nothing is cleared as public that is no public key and no full fingerprint', () => {
  expect(() => release.publicKey('a word of a case')).toThrow('neither')
  expect(() => release.publicKey('0123456789ABCDEF')).toThrow('neither')
  expect(release.publicKey('A'.repeat(40)).content).toHaveLength(40)
})

describe('the makers are called in one place each', () => {
  const electron = new URL('../../../electron/', import.meta.url).pathname
  const importersOf = (name: string, file: string): readonly string[] =>
    globSync('**/*.ts', { cwd: electron }).filter((one) =>
      new RegExp(`import \\{[^}]*\\b${name}\\b[^}]*\\} from '[^']*${file}\\.ts'`).test(
        readFileSync(join(electron, one), 'utf8'),
      ),
    )
  it('clear by the release point, givePass by the gate', () => {
    expect(importersOf('clear', 'cleared')).toEqual([join('core', 'release', 'release.ts')])
    expect(importersOf('givePass', 'pass')).toEqual([join('core', 'disclosure', 'gate.ts')])
    expect(importersOf('usePass', 'pass')).toEqual([join('core', 'release', 'release.ts')])
  })

  it('clipboard and files of the world are reached through the writers and the vault’s own', () => {
    const callers = globSync('core/**/*.ts', { cwd: electron }).filter((one) =>
      /\bports\.copy\(/.test(readFileSync(join(electron, one), 'utf8')),
    )
    expect(callers).toEqual([join('core', 'release', 'writers.ts')])
  })
})
