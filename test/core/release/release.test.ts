/** There is one way out, and what has not passed it cannot be written. */
import { existsSync, globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Cleared } from '../../../electron/core/release/cleared.ts'
import { release } from '../../../electron/core/release/release.ts'
import { writeCleared } from '../../../electron/core/release/writers.ts'
import { expectOk, tempFolder } from '../vault-fixture.ts'

describe('a writer', () => {
  it('refuses what only looks cleared, and writes nothing', () => {
    const path = join(tempFolder(), 'out.txt')
    const forged = { content: 'secret' } as Cleared<string>
    expect(() => writeCleared({ path, name: 'out.txt' }, forged)).toThrow('not cleared')
    expect(existsSync(path)).toBe(false)
  })

  it('says a sentence where the place cannot be written', () => {
    const cleared = expectOk(release.report('GREEN', 'csirt', 'report'))
    const done = writeCleared({ path: join(tempFolder(), 'no', 'such', 'folder.html'), name: 'folder.html' }, cleared)
    expect(done.ok ? null : done.problem.code).toBe('write-failed')
  })
})

describe('a report', () => {
  it('under TLP:RED is written for no audience, under TLP:AMBER not for the press', () => {
    expect(release.report('RED', 'management', 'x').ok).toBe(false)
    expect(release.report('AMBER', 'press', 'x').ok).toBe(false)
    expect(release.report('CLEAR', 'press', 'x').ok).toBe(true)
  })
})

it('nothing is cleared as public that is no public key and no full fingerprint', () => {
  expect(() => release.publicKey('a word of a case')).toThrow('neither')
  expect(() => release.publicKey('0123456789ABCDEF')).toThrow('neither')
  expect(release.publicKey('A'.repeat(40)).content).toHaveLength(40)
})

it('clear is imported by the release point alone', () => {
  const core = new URL('../../../electron/core/', import.meta.url).pathname
  const importers = globSync('**/*.ts', { cwd: core }).filter((file) =>
    /import \{[^}]*\bclear\b[^}]*\} from '[^']*cleared\.ts'/.test(readFileSync(join(core, file), 'utf8')),
  )
  expect(importers).toEqual([join('release', 'release.ts')])
})
