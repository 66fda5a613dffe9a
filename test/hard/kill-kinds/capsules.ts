/** Work of another desk that is merged in: all of a capsule or nothing, once, beside what is written here meanwhile. */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { acked, lastOf, type After, type KillKind } from '../kill-kind.ts'
import { passphrase, plainDesk, type PlainDesk } from '../plain-desk.ts'
import { notesOf } from './writes.ts'

const capsules = 7
const theirCases = 5
/** The first of the template. */
export const ourNumber = '2026-MK-0001'
export const theirNumbers = Array.from({ length: theirCases }, (_, n) => `2026-JV-${String(n + 1).padStart(4, '0')}`)

/** Each holds all that the ones before it hold, and one more note in each case. */
export const capsuleIn = (scratch: string, n: number): string => join(scratch, `capsule-${n}.signet`)
export const theirNote = (capsule: number, number: string): string => `theirs ${capsule} in ${number}`

export const merge: KillKind = {
  name: 'capsule merge',
  span: 3_000,
  calls: 900,
  killsEach: 5,
  prepare: async (place) => {
    const team = await teamWith(place.dir)
    for (const path of [place.dir, place.scratch]) rmSync(path, { recursive: true, force: true })
    cpSync(team.dir, place.dir, { recursive: true })
    cpSync(team.beside, place.scratch, { recursive: true })
  },
  work: async ({ desk, scratch, round, say }) => {
    await desk.call('vault.unlock', { passphrase })
    say('ready')
    // Those of the rounds before once more: that changes nothing.
    for (let n = round % 5; n < capsules; n++) {
      await note(desk, ourNumber, `ours ${round}/${n}`)
      say('done', 'note', `ours ${round}/${n}`)
      say('try', 'capsule', String(n))
      await takeFrom(desk, capsuleIn(scratch, n))
      say('done', 'capsule', String(n))
    }
  },
  verify: async (desk, after) => {
    const ours = await notesOf(desk, ourNumber)
    const lost = acked(after.said, 'note').flatMap((text) => (ours.has(text) ? [] : [`note ${text}`]))
    const { missing, half } = await theirsIn(desk, after)
    return { lost: [...lost, ...missing], bad: half }
  },
}

async function takeFrom(desk: PlainDesk, path: string): Promise<void> {
  const view = await desk.call('capsule.open', { file: { name: 'capsule.signet', grant: desk.grant(path, 'read') } })
  await desk.call('capsule.take', { id: view.id, decisions: [] })
}

async function note(desk: PlainDesk, number: string, text: string): Promise<void> {
  const { heads } = await desk.call('case.show', { number })
  await desk.call('case.change', { number, heads: [...heads], command: { do: 'note', text } })
}

interface Theirs {
  readonly missing: readonly string[]
  readonly half: readonly string[]
}

async function theirsIn(desk: PlainDesk, { said }: After): Promise<Theirs> {
  const last = Math.max(-1, ...acked(said, 'capsule').map(Number))
  const tried = Math.max(last, Number(lastOf(said, 'try', 'capsule') ?? -1))
  const [missing, half]: [string[], string[]] = [[], []]
  const counts = await Promise.all(theirNumbers.map(async (number) => notesThere(desk, number)))
  for (let n = 0; n <= tried; n++) {
    const there = theirNumbers.filter(
      (number, at) => counts[at]?.filter((text) => text === theirNote(n, number)).length === 1,
    )
    if (n <= last && there.length < theirCases) missing.push(`capsule ${n}: ${there.length} of ${theirCases} notes`)
    if (n > last && there.length % theirCases !== 0) half.push(`half of capsule ${n}: ${there.join(', ')}`)
  }
  return { missing, half }
}

/** With repeats. */
export async function notesThere(desk: PlainDesk, number: string): Promise<readonly string[]> {
  const shown = await desk.reply('case.show', { number })
  if (!shown.ok) return []
  return shown.value.journal.flatMap(({ said }) =>
    said.code === 'act.note.added' ? [String(said.params['text'])] : [],
  )
}

export interface Team {
  /** The vault, which knows the other desk. */
  readonly dir: string
  /** What that desk gave it. */
  readonly beside: string
  /** Fingerprint of the other desk. */
  readonly theirKey: string
}

let made: Promise<Team> | null = null

/** Once a process; `dir` is copied. */
export const teamWith = (dir: string): Promise<Team> => (made ??= makeTeam(dir))

async function makeTeam(dir: string): Promise<Team> {
  const folder = mkdtempSync(join(tmpdir(), 'signet-team-'))
  process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
  const [vault, beside] = [join(folder, 'vault'), join(folder, 'beside')]
  cpSync(dir, vault, { recursive: true })
  mkdirSync(beside)
  const [mk, jv] = [plainDesk(vault), plainDesk(join(folder, 'other'))]
  await mk.call('vault.unlock', { passphrase })
  const analyst = { code: 'JV', name: 'Jun Vidal', tier: 'N2' } as const
  await jv.call('vault.create', { passphrase, analyst, zone: 'Europe/Madrid', trial: true })
  const [ourKey, theirKey] = [(await mk.call('me.show', {})).deskKey, (await jv.call('me.show', {})).deskKey]
  await know(mk, jv, theirKey)
  await know(jv, mk, ourKey)
  await writeCapsules(jv, ourKey, beside)
  mk.close()
  jv.close()
  return { dir: vault, beside, theirKey }
}

async function know(desk: PlainDesk, other: PlainDesk, fingerprint: string): Promise<void> {
  const { armored } = await other.call('key.export', { fingerprint })
  await desk.call('key.import', { file: { name: 'key.asc', bytes: Buffer.from(armored) } })
  await desk.call('key.trust', { fingerprint, trust: 'verified', how: 'in-person', note: 'read aloud in one room' })
}

async function writeCapsules(desk: PlainDesk, to: string, scratch: string): Promise<void> {
  for (let n = 0; n < theirCases; n++) {
    const { number } = (await desk.call('case.create', { title: `theirs ${n}` })).state
    const bytes = Buffer.alloc(150_000, `theirs ${n} `)
    await desk.call('case.evidence', { number, file: { name: `their-${n}.img`, bytes }, source: 'their room' })
  }
  for (let n = 0; n < capsules; n++) {
    for (const number of theirNumbers) await note(desk, number, theirNote(n, number))
    const target = { grant: desk.grant(capsuleIn(scratch, n), 'write') }
    await desk.call('capsule.field', { to, evidence: true, target })
  }
}
