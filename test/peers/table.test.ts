/** The quick rows of the table in docs/peers.md, against the programs that are installed. */
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { hasPeer } from './peer.ts'
import { peerNames } from './table/cell.ts'
import { sections } from './table/rows.ts'
import { openLab, runRow, type Lab } from './table/run-rows.ts'

const peers = peerNames.filter(hasPeer)
const rows = sections.flatMap(({ title, rows }) => rows.map((row) => ({ title, row })))

describe.skipIf(!peers.includes('gpg'))('with GnuPG, which makes the keys', { timeout: 60_000 }, () => {
  let lab: Lab
  beforeAll(() => {
    lab = openLab()
  })
  afterAll(() => lab.close())

  it.each(rows.filter(({ row }) => row.quick))('$title: $row.name', async ({ row }) => {
    const { cells } = await runRow(lab, row, peers)
    const failures = cells.flatMap(({ way, peer, failure }) => (failure === null ? [] : [`${peer} ${way}: ${failure}`]))
    expect(failures).toEqual([])
  })
})

describe('docs/peers.md', () => {
  const page = new URL('../../docs/peers.md', import.meta.url)
  const text = existsSync(page) ? readFileSync(page, 'utf8') : ''

  it('has every row, and no failure', () => {
    expect(rows.filter(({ row }) => !text.includes(`**${row.name}**: ${row.what}`)).map(({ row }) => row.name)).toEqual(
      [],
    )
    // In a cell: the legend names the mark, too.
    expect(text).not.toContain('| **FAILED**')
  })
})
