/** What stands beside the work of an open desk: the inbox is taken in once, the ballast lies ready and is given up for one act. */
import { cpSync, existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { canMount, fillDisk, smallDisk } from '../../attacks/small-disk.ts'
import { ballastBytes, freeBallast, hasBallast, layBallast, withBallast } from '../../../electron/core/vault/ballast.ts'
import { dropInto, waiting } from '../../../electron/core/vault/drop.ts'
import { openInbox } from '../../../electron/core/vault/inbox.ts'
import type { Session } from '../../../electron/core/session.ts'
import { readyDesk, type TestDesk } from '../desk-fixture.ts'
import {
  expectOk,
  fixedPorts,
  journalled,
  newVault,
  note,
  notesOf,
  opening,
  reopened,
  tempFolder,
} from '../vault-fixture.ts'

const mail = Buffer.from('From: a@harrow.example\r\nSubject: phishing at 198.51.100.7\r\n\r\nplease look\r\n')
const patient = { timeout: 180_000 }
const isOpen = (): boolean => true

function sessionOf(desk: TestDesk): Session {
  const session = desk.core.session()
  if (session === null) throw new Error('locked')
  return session
}

describe('the inbox of an open desk', () => {
  const dropped = (desk: TestDesk): void =>
    void expectOk(dropInto(desk.dir, { bytes: mail, name: 'report.eml', id: desk.ports.newId() }))

  test('is taken into the tray and empty afterwards', patient, async () => {
    const desk = await readyDesk()
    dropped(desk)
    await openInbox(sessionOf(desk)).take(isOpen)
    expect(await desk.call('intake.list', {})).toHaveLength(1)
    expect(waiting(desk.dir)).toEqual([])
  })

  test('is taken in once, though a kill came between the tray and the removal of the file', patient, async () => {
    const desk = await readyDesk()
    dropped(desk)
    const before = tempFolder()
    cpSync(join(desk.dir, 'inbox'), before, { recursive: true })
    const session = sessionOf(desk)
    const store = { ...session.store, commit: session.store.commit }
    // The last commit, which forgets the drop, never comes.
    let commits = 0
    const killed: Session = {
      ...session,
      store: {
        ...store,
        commit: (work) => {
          commits += 1
          if (commits > 1 && waiting(desk.dir).length === 0) throw new Error('killed')
          return store.commit(work)
        },
      },
    }
    await expect(openInbox(killed).take(isOpen)).rejects.toThrow('killed')
    cpSync(before, join(desk.dir, 'inbox'), { recursive: true })
    await openInbox(session).take(isOpen)
    expect(await desk.call('intake.list', {})).toHaveLength(1)
    expect(waiting(desk.dir)).toEqual([])
  })

  test('keeps what does not open, and says so', patient, async () => {
    const desk = await readyDesk()
    dropped(desk)
    const [name = ''] = waiting(desk.dir)
    writeFileSync(join(desk.dir, 'inbox', name), 'signet drop 1\nnothing that was sealed')
    const inbox = openInbox(sessionOf(desk))
    await inbox.take(isOpen)
    expect(inbox.findings()).toEqual([{ code: 'drop-damaged', params: { name } }])
    expect(waiting(desk.dir)).toEqual([name])
  })
})

describe('the ballast', () => {
  const laid = (dir: string): string => {
    for (const _ of layBallast(dir));
    return dir
  }

  test('is 16 MB that no file system keeps as nothing, laid once', () => {
    const dir = laid(tempFolder())
    expect(statSync(join(dir, 'ballast'))).toMatchObject({ size: ballastBytes })
    expect(statSync(join(dir, 'ballast')).blocks * 512).toBeGreaterThanOrEqual(ballastBytes)
    laid(dir)
    expect(readdirSync(dir)).toEqual(['ballast'])
  })

  test('is given up once, for the work that found the disk full', () => {
    const dir = laid(tempFolder())
    let tries = 0
    const full = (): never => {
      tries += 1
      throw Object.assign(new Error('full'), { code: 'ENOSPC' })
    }
    expect(() => withBallast(dir, full)).toThrow('full')
    expect({ tries, left: hasBallast(dir), again: freeBallast(dir) }).toEqual({ tries: 2, left: false, again: false })
  })

  test.skipIf(!canMount)('lets the act that finds the disk full be saved, and that is said', patient, async () => {
    const disk = smallDisk(128)
    const dir = join(disk, 'vault')
    const ports = fixedPorts()
    const { store } = await newVault(dir, ports)
    journalled(store, ports, [opening])
    laid(dir)
    expect(hasBallast(dir)).toBe(true)
    fillDisk(disk)
    journalled(store, ports, [note('x'.repeat(60_000))])
    expect(store.notices()).toEqual([{ code: 'disk-ballast-used', params: {} }])
    expect(existsSync(join(dir, 'ballast'))).toBe(false)
    store.close()
    const again = await reopened(dir, ports)
    expect({ findings: again.store.findings, notes: notesOf(again.store).length }).toEqual({ findings: [], notes: 1 })
  })
})
