/** Every way in which the desk writes, each as one act that can be tried on a failing or a full disk, and told apart by its mark. */
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Reply } from '../../shared/ipc/call.ts'
import { fail } from '../../shared/kit/result.ts'
import { saying } from '../../shared/words/say.ts'
import { uuidV7 } from '../../electron/core/real-ports.ts'
import { dropInto } from '../../electron/core/vault/drop.ts'
import { chanceOf } from './chance.ts'
import { capsuleIn, notesThere, teamWith, theirNote, theirNumbers, type Team } from './kill-kinds/capsules.ts'
import { firstCase } from './kill-kinds/taken-in.ts'
import { notesOf } from './kill-kinds/writes.ts'
import { waitingDrops } from './kill-kinds/drops.ts'
import { madeMail, sha256Of } from './made-mail.ts'
import { passphrase, plainDesk, type PlainDesk } from './plain-desk.ts'

export interface Trial {
  readonly desk: PlainDesk
  /** On the same disk, beside the vault. */
  readonly scratch: string
  /** In whatever is written, so that it can be found. */
  readonly mark: string
  readonly known: Record<string, string>
}

export interface WritePath {
  readonly name: string
  /** Where it needs another vault than the template, and files beside it. */
  readonly source?: (dir: string) => Promise<Pick<Team, 'dir' | 'beside'>>
  /** With all the room it needs, before the desk is tried. */
  readonly prepare?: (trial: Trial) => Promise<void>
  readonly act: (trial: Trial) => Promise<Reply<unknown>>
  /** Asked on the open desk, only after the act was acknowledged. */
  readonly isThere: (trial: Trial) => Promise<boolean>
  /** Files outside the vault, and what opens them: half of one must not. */
  readonly target?: (trial: Trial) => string
  readonly opens?: (trial: Trial) => Promise<boolean>
}

const marked = (
  desk: PlainDesk,
  mark: string,
  mode: 'read' | 'write',
  path: string,
): { grant: string; name: string } => ({
  grant: desk.grant(path, mode),
  name: mark,
})

const create: WritePath = {
  name: 'create',
  act: ({ desk, mark }) => desk.reply('case.create', { title: mark }),
  isThere: async ({ desk, mark }) =>
    (await desk.call('case.list', { count: 500 })).cases.some(({ title }) => title === mark),
}

const change: WritePath = {
  name: 'change',
  act: async ({ desk, mark }) => {
    const number = await firstCase(desk)
    const { heads } = await desk.call('case.show', { number })
    const command = { do: 'note', text: `${mark} ${'long '.repeat(12_000)}` } as const
    return desk.reply('case.change', { number, heads: [...heads], command })
  },
  isThere: async ({ desk, mark }) =>
    [...(await notesOf(desk, await firstCase(desk)))].some((text) => text.startsWith(`${mark} `)),
}

const typing: WritePath = {
  name: 'typed note',
  act: async ({ desk, mark }) =>
    desk.reply('note.keep', { number: await firstCase(desk), text: `${mark} ${'k'.repeat(9_000)}` }),
  isThere: async ({ desk, mark }) =>
    (await desk.call('note.kept', { number: await firstCase(desk) })).text.startsWith(`${mark} `),
}

const intake: WritePath = {
  name: 'intake',
  act: ({ desk, mark }) =>
    desk.reply('intake.open', { file: { name: 'report.eml', bytes: madeMail(chanceOf(7), mark) } }),
  isThere: async ({ desk, mark }) => {
    const sha256 = sha256Of(madeMail(chanceOf(7), mark))
    for (const { id } of await desk.call('intake.list', {})) {
      const { exchange } = await desk.call('intake.show', { exchange: id })
      if (exchange.sha256 === sha256) return exchange.message?.text.includes(mark) === true
    }
    return false
  },
}

const imageOf = (mark: string): Buffer => Buffer.alloc(2_300_000, `${mark} `)

const evidence: WritePath = {
  name: 'evidence',
  act: async ({ desk, mark }) => {
    const file = { name: `${mark}.img`, bytes: imageOf(mark) }
    return desk.reply('case.evidence', { number: await firstCase(desk), file, source: 'the server room' })
  },
  isThere: async ({ desk, mark }) => {
    const number = await firstCase(desk)
    const { state } = await desk.call('case.show', { number })
    const piece = state.evidence.find(({ sha256 }) => sha256 === sha256Of(imageOf(mark)))
    return piece !== undefined && (await desk.reply('evidence.verify', { number, blob: piece.blob })).ok
  },
}

const backupOf = ({ scratch }: Pick<Trial, 'scratch'>): string => join(scratch, 'desk.signet-backup')

const opensBackup = async (trial: Trial): Promise<boolean> => {
  const from = marked(trial.desk, 'b', 'read', backupOf(trial))
  return (await trial.desk.reply('vault.verify', { from, passphrase })).ok
}

const backup: WritePath = {
  name: 'backup',
  act: (trial) => trial.desk.reply('vault.backup', { to: { grant: trial.desk.grant(backupOf(trial), 'write') } }),
  isThere: opensBackup,
  target: backupOf,
  opens: opensBackup,
}

const restoredIn = ({ scratch, mark }: Pick<Trial, 'scratch' | 'mark'>): string => join(scratch, `restored-${mark}`)

const restore: WritePath = {
  name: 'restore',
  prepare: async (trial) => {
    await backup.act(trial)
  },
  act: async (trial) => {
    const other = plainDesk(restoredIn(trial))
    const done = await other.reply('vault.restore', {
      from: marked(other, 'b', 'read', backupOf(trial)),
      passphrase,
    })
    other.close()
    return done
  },
  isThere: (trial) => opensVault(restoredIn(trial)),
  target: restoredIn,
  opens: (trial) => opensVault(restoredIn(trial)),
}

/** What is no vault yet is none, and does not open: that is well. */
async function opensVault(dir: string): Promise<boolean> {
  const desk = plainDesk(dir)
  const opened = await desk.reply('vault.unlock', { passphrase })
  const isWhole = opened.ok && opened.value.findings.length === 0 && (await desk.call('vault.check', {})).ok
  desk.close()
  return isWhole
}

const rewrap: WritePath = {
  name: 'passphrase',
  act: async ({ desk, mark, known }) => {
    const done = await desk.reply('vault.passphrase', {
      current: known['passphrase'] ?? '',
      next: `the words of ${mark}`,
    })
    if (done.ok) known['passphrase'] = `the words of ${mark}`
    return done
  },
  /** The desk was opened with it. */
  isThere: async ({ known, mark }) => known['passphrase'] === `the words of ${mark}`,
}

const drop: WritePath = {
  name: 'drop',
  act: async ({ desk, mark }) => {
    const id = uuidV7(Date.now(), (length) => randomBytes(length))
    return dropInto(desk.dir, { bytes: Buffer.alloc(40_000, mark), name: mark, id })
  },
  isThere: async ({ desk, mark }) => waitingDrops(desk).names.includes(mark),
}

const reportOf = ({ scratch, mark }: Pick<Trial, 'scratch' | 'mark'>): string => join(scratch, `${mark}.html`)

const report: WritePath = {
  name: 'report to a file',
  act: async (trial) =>
    trial.desk.reply('case.report', {
      number: await firstCase(trial.desk),
      audience: 'management',
      to: { grant: trial.desk.grant(reportOf(trial), 'write') },
      conditionsAccepted: true,
      override: { reason: 'a disk is tried', code: 'MK' },
    }),
  isThere: async (trial) => isWholePage(reportOf(trial)),
  target: reportOf,
  opens: async (trial) => isWholePage(reportOf(trial)),
}

const isWholePage = (path: string): boolean =>
  existsSync(path) && readFileSync(path, 'utf8').trimEnd().endsWith('</html>')

const sheet: WritePath = {
  name: 'recovery sheet',
  act: async ({ desk, known }) => {
    const made = await desk.reply('vault.recovery', { passphrase: known['passphrase'] ?? '' })
    if (made.ok) known['recoveryKey'] = made.value.recoveryKey
    return made
  },
  /** On a copy: the sheet sets a passphrase. */
  isThere: async ({ desk, scratch, known }) => {
    const dir = join(scratch, 'copy')
    cpSync(desk.dir, dir, { recursive: true })
    const other = plainDesk(dir)
    const opened = await other.reply('vault.recover', { recoveryKey: known['recoveryKey'] ?? '', passphrase })
    other.close()
    return opened.ok
  },
}

const rotate: WritePath = {
  name: 'new data key',
  prepare: async ({ desk, known }) => {
    known['since'] = (await desk.call('vault.keys', {})).dataKeySince
  },
  act: async ({ desk, known }) => {
    const typed = known['passphrase'] ?? ''
    const begun = await desk.reply('vault.rotate', { passphrase: typed })
    if (!begun.ok) return begun
    while (desk.core.session() !== null) {
      const [job] = await desk.call('job.list', {})
      if (job?.state === 'failed') return fail(job.problem ?? saying('job-not-found'))
      await sleep(1)
    }
    return begun
  },
  isThere: async ({ desk, known }) => (await desk.call('vault.keys', {})).dataKeySince !== known['since'],
}

const archiveOf = ({ scratch, mark }: Pick<Trial, 'scratch' | 'mark'>): string => join(scratch, `${mark}.tar`)

const exportAll: WritePath = {
  name: 'export of everything',
  act: async (trial) =>
    trial.desk.reply('export.all', {
      to: { grant: trial.desk.grant(archiveOf(trial), 'write') },
      reason: 'a disk is tried',
      code: 'MK',
    }),
  isThere: async (trial) => isWholeTar(archiveOf(trial)),
  target: archiveOf,
  opens: async (trial) => isWholeTar(archiveOf(trial)),
}

/** It ends in two empty blocks. */
const isWholeTar = (path: string): boolean =>
  existsSync(path) &&
  readFileSync(path)
    .subarray(-1024)
    .every((byte) => byte === 0)

const givenTo = ({ scratch, mark }: Pick<Trial, 'scratch' | 'mark'>): string => join(scratch, `${mark}.signet`)

const giveCapsule: WritePath = {
  name: 'capsule written',
  source: teamWith,
  act: async (trial) => {
    const { theirKey } = await teamWith(trial.desk.dir)
    const target = { grant: trial.desk.grant(givenTo(trial), 'write') }
    const made = await trial.desk.reply('capsule.field', { to: theirKey, evidence: true, target })
    if (made.ok) trial.known['sha256'] = made.value.sha256
    return made
  },
  isThere: async (trial) => isAsSaid(trial),
  target: givenTo,
  opens: async (trial) => isAsSaid(trial),
}

const isAsSaid = (trial: Trial): boolean =>
  existsSync(givenTo(trial)) && sha256Of(readFileSync(givenTo(trial))) === trial.known['sha256']

const takeCapsule: WritePath = {
  name: 'capsule taken',
  source: teamWith,
  act: async ({ desk, scratch }) => {
    const path = capsuleIn(scratch, 3)
    const view = await desk.reply('capsule.open', { file: { name: 'c.signet', grant: desk.grant(path, 'read') } })
    return view.ok ? desk.reply('capsule.take', { id: view.value.id, decisions: [] }) : view
  },
  isThere: async ({ desk }) => {
    for (const number of theirNumbers) {
      const texts = await notesThere(desk, number)
      for (let n = 0; n <= 3; n++) if (texts.filter((text) => text === theirNote(n, number)).length !== 1) return false
    }
    return true
  },
}

export const writePaths: readonly WritePath[] = [
  create,
  change,
  typing,
  intake,
  evidence,
  backup,
  restore,
  rewrap,
  sheet,
  rotate,
  drop,
  report,
  exportAll,
  giveCapsule,
  takeCapsule,
]
