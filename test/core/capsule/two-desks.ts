/** Desks of one team, each a whole core on a folder of its own, that know each other's desk keys as people would have verified them. */
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from '../../../shared/domain/case/command.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { CapsuleMade, CapsuleTaken, CapsuleView, HandoverView } from '../../../shared/ipc/handover-views.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { deskOn, textFile, type TestDesk } from '../desk-fixture.ts'
import { fixedPorts, passphrase, tempFolder } from '../vault-fixture.ts'

export const start = '2026-11-23T12:00:00.000Z'

/** Ids of two desks are never the same. */
const idsEach = 1_000_000
let desks = 0

export interface Mate extends TestDesk {
  readonly code: string
  readonly deskKey: string
}

export async function mate(code: string, name = `Analyst ${code}`): Promise<Mate> {
  const desk = deskOn(join(tempFolder(), 'vault'), fixedPorts(start, ++desks * idsEach))
  const analyst = { code, name, tier: 'N2' } as const
  const { deskKey } = await desk.call('vault.create', { passphrase, analyst, zone: 'Europe/Madrid', trial: true })
  return { ...desk, code, deskKey }
}

/** Each imports the other's desk key and verifies it. */
export async function acquaint(...mates: readonly Mate[]): Promise<void> {
  for (const one of mates)
    for (const other of mates.filter((each) => each !== one)) {
      await importKey(one, other)
      await one.call('key.trust', {
        fingerprint: other.deskKey,
        trust: 'verified',
        how: 'in-person',
        note: 'fingerprint read aloud in the same room',
      })
    }
}

export async function importKey(to: Mate, of: Mate): Promise<void> {
  const { armored } = await of.call('key.export', { fingerprint: of.deskKey })
  await to.call('key.import', { file: textFile(`${of.code}.asc`, armored) })
}

/** MK and JV, who know each other; made once for a file of tests, and copied for each. */
export async function twoDesks(): Promise<readonly [Mate, Mate]> {
  const [mk, jv] = await (template ??= makeTemplate())
  return [await copyOf(mk), await copyOf(jv)]
}

type Made = Pick<Mate, 'dir' | 'code' | 'deskKey'>
let template: Promise<readonly [Made, Made]> | null = null

async function makeTemplate(): Promise<readonly [Made, Made]> {
  const both = [await mate('MK'), await mate('JV')] as const
  await acquaint(...both)
  const dir = mkdtempSync(join(tmpdir(), 'signet-test-'))
  process.once('exit', () => rmSync(dir, { recursive: true, force: true }))
  const kept = ({ core, dir: made, code, deskKey }: Mate): Made => {
    core.close()
    cpSync(made, join(dir, code), { recursive: true })
    return { dir: join(dir, code), code, deskKey }
  }
  return [kept(both[0]), kept(both[1])]
}

async function copyOf({ dir, code, deskKey }: Made): Promise<Mate> {
  const at = join(tempFolder(), 'vault')
  cpSync(dir, at, { recursive: true })
  const desk = deskOn(at, fixedPorts(start, ++desks * idsEach))
  await desk.call('vault.unlock', { passphrase })
  return { ...desk, code, deskKey }
}

export const later = (minutes: number, ...mates: readonly Mate[]): void => {
  for (const { ports } of mates) ports.moveClock(minutes * 60_000)
}

export async function change(desk: Mate, number: string, command: Command): Promise<CaseView> {
  const { heads } = await desk.call('case.show', { number })
  return desk.call('case.change', { number, heads: [...heads], command })
}

export const newCase = async (desk: Mate, title: string, owner: string | null = desk.code): Promise<string> => {
  const { number } = (await desk.call('case.create', { title })).state
  await change(desk, number, { do: 'set', field: 'owner', value: owner, reason: '' })
  return number
}

export type Written = CapsuleMade & { readonly path: string; readonly bytesOf: () => Uint8Array }

let files = 0
const place = (desk: Mate): string => join(desk.dir, '..', `capsule-${++files}.signet`)

const written = (made: CapsuleMade, path: string): Written => ({ ...made, path, bytesOf: () => readFileSync(path) })

type Give = Partial<Omit<Input<'handover.give'>, 'to' | 'target'>>

export async function give(desk: Mate, to: Mate, wish: Give = {}): Promise<Written> {
  const path = place(desk)
  const grant = desk.grant(path, 'write')
  return written(
    await desk.call('handover.give', { to: to.deskKey, cases: null, evidence: true, ...wish, target: { grant } }),
    path,
  )
}

export async function field(
  desk: Mate,
  to: Mate,
  wish: { readonly evidence?: boolean; readonly secretKeys?: boolean } = {},
): Promise<Written> {
  const path = place(desk)
  const grant = desk.grant(path, 'write')
  return written(
    await desk.call('capsule.field', {
      to: to.deskKey,
      evidence: true,
      secretKeys: false,
      ...wish,
      target: { grant },
    }),
    path,
  )
}

export async function answer(desk: Mate): Promise<Written> {
  const path = place(desk)
  return written(await desk.call('handover.answer', { target: { grant: desk.grant(path, 'write') } }), path)
}

type Capsule = Written | Uint8Array

const fileOf = (desk: Mate, capsule: Capsule): Input<'capsule.open'>['file'] =>
  capsule instanceof Uint8Array
    ? { name: 'capsule.signet', bytes: capsule }
    : { name: 'capsule.signet', grant: desk.grant(capsule.path, 'read') }

export const look = (desk: Mate, capsule: Capsule): Promise<CapsuleView> =>
  desk.call('capsule.open', { file: fileOf(desk, capsule) })

export const refusal = (desk: Mate, capsule: Capsule): Promise<string | null> =>
  desk.refused('capsule.open', { file: fileOf(desk, capsule) })

type Decisions = Input<'capsule.take'>['decisions']

export async function take(
  desk: Mate,
  capsule: Capsule,
  decide: (view: CapsuleView) => Decisions = () => [],
): Promise<CapsuleTaken> {
  const view = await look(desk, capsule)
  return desk.call('capsule.take', { id: view.id, decisions: decide(view) })
}

/** The taker's ticks, all of them. */
export async function readAll(desk: Mate): Promise<HandoverView> {
  const { needs, waiting, own } = await desk.call('handover.show', {})
  for (const { id } of [...needs, ...waiting, ...own]) await desk.call('handover.read', { line: id, read: true })
  return desk.call('handover.show', {})
}

/** What people wrote as notes, in reading order. */
export const notesOf = async (desk: Mate, number: string): Promise<readonly unknown[]> =>
  (await desk.call('case.show', { number })).journal.flatMap(({ kind, said }) =>
    kind === 'note.added' ? [said.params['text']] : [],
  )

export const stateOf = async (desk: Mate, number: string): Promise<CaseView['state']> =>
  (await desk.call('case.show', { number })).state

/** All of a case that both desks must have the same; that a capsule left stands in the giver's journal alone until the next one. */
export async function told(desk: Mate, number: string): Promise<unknown> {
  const { state, journal } = await desk.call('case.show', { number })
  const { updatedAt: _, ...rest } = state
  return { state: rest, journal: journal.filter(({ kind }) => kind !== 'disclosed') }
}
