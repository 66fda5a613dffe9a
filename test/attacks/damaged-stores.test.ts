/** Stores damaged by chance, from one seed: each is noticed, what is good of it still reads, and the words are true. The long form is `npm run test:hard`. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { analyst, passphrase, plainDesk } from '../hard/plain-desk.ts'
import { damageKinds } from './damage-kinds.ts'
import { damagedStore, damageTemplate, type DamageTemplate } from './damaged-store.ts'

const seed = 20_261_123
const cases = 10
const notesEach = 4
/** Of each kind; more of that which nothing but Signet itself can notice. */
const roundsOf = (name: string): number => (name === 'page rolled back' ? 8 : 2)

const folder = mkdtempSync(join(tmpdir(), 'signet-damaged-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))
let template: DamageTemplate

beforeAll(async () => {
  template = await damageTemplate(folder, smallVault)
}, 300_000)

async function smallVault(dir: string): Promise<void> {
  const desk = plainDesk(dir)
  await desk.call('vault.create', { passphrase, analyst, zone: 'Europe/Madrid', trial: true })
  for (let n = 0; n < cases; n++) {
    let view = await desk.call('case.create', { title: `Phishing page ${n} at 192.0.2.${n}` })
    const { number } = view.state
    for (let at = 0; at < notesEach; at++) {
      const command = {
        do: 'note',
        text: `${n}/${at} ${'what was seen there. '.repeat(1 + ((n * 7 + at * 3) % 20))}`,
      } as const
      view = await desk.call('case.change', { number, heads: [...view.heads], command })
    }
    const bytes = Buffer.alloc(n === 0 ? 2_300_000 : 20_000, `evidence ${n} `)
    if (n < 3)
      await desk.call('case.evidence', { number, file: { name: `disk-${n}.img`, bytes }, source: 'the server room' })
  }
  desk.close()
}

test.each(damageKinds.map(({ name }, at) => ({ name, at })))(
  '$name: is noticed, the rest reads, the words are true',
  { timeout: 300_000 },
  async ({ name, at }) => {
    for (let round = 0; round < roundsOf(name); round++) {
      const { what, bad, codes, refused } = await damagedStore(template, seed, at + round * damageKinds.length, folder)
      expect({ what, bad }).toEqual({ what, bad: [] })
      expect(codes).not.toEqual([])
      if (name.startsWith('sealed') || name.startsWith('head') || name.startsWith('log')) expect(refused).toBe(false)
    }
  },
)

test('a store that nothing happened to is found whole', { timeout: 300_000 }, async () => {
  for (const dir of [template.older, template.closed, template.killed]) {
    const desk = plainDesk(dir)
    const { findings } = await desk.call('vault.unlock', { passphrase })
    expect([...findings, ...(await desk.call('vault.check', {})).findings]).toEqual([])
    desk.close()
  }
})
