/** Sixty damaged backups, drawn from one seed: each is noticed, nothing of it is left, the words are true. `npm run test:hard` asks for a thousand. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { analyst, passphrase, plainDesk } from '../hard/plain-desk.ts'
import { tempFolder } from '../core/vault-fixture.ts'
import { backupDamages, backupTemplate, damagedBackup } from './damaged-backup.ts'

const seed = 20_261_122
const count = 60

async function makeVault(dir: string): Promise<void> {
  const desk = plainDesk(dir)
  await desk.call('vault.create', { passphrase, analyst, zone: 'Europe/Madrid', trial: true })
  desk.close()
}

test(`${count} damaged backups (seed ${seed})`, { timeout: 600_000 }, async () => {
  const folder = tempFolder()
  const template = await backupTemplate(folder, makeVault)
  const place = join(folder, 'place')
  mkdirSync(place)
  const bad: string[] = []
  const kinds = new Set<string>()
  for (let number = 0; number < count; number++) {
    const judged = await damagedBackup(template, seed, number, place)
    kinds.add(judged.kind)
    for (const one of judged.bad) bad.push(`${number} ${judged.kind} ${judged.what}: ${one}`)
  }
  expect(bad).toEqual([])
  expect(kinds.size).toBe(backupDamages.length)
})
