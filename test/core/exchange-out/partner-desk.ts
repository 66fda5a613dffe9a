/** A desk with made-up partner teams, each with a card, and a key in the state that a test wants. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { OpenedMessage } from '../../../shared/domain/exchange/message.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import type { DraftView, Released } from '../../../shared/ipc/views.ts'
import { generateKey, type NewKey } from '../../../electron/core/pgp/key-material.ts'
import { open } from '../../../electron/core/pgp/open.ts'
import { defaultLimits } from '../../../electron/core/mime/limits.ts'
import { teamDocument } from '../cards/team-document.ts'
import type { TestDesk } from '../desk-fixture.ts'
import { expectOk, tempFolder } from '../vault-fixture.ts'

export interface Partner {
  readonly card: string
  readonly name: string
  readonly address: string
  /** null: none is known of them. */
  readonly key: NewKey | null
}

interface Wish {
  readonly days?: number | null
  readonly made?: string
  readonly trust?: 'undecided' | 'verified' | 'rejected'
  readonly withoutKey?: true
}

export async function partnerOf(desk: TestDesk, name: string, wish: Wish = {}): Promise<Partner> {
  const address = `cert@${name.toLowerCase()}.example`
  const { days = 365, made = '2026-10-01T00:00:00.000Z', trust = 'verified', withoutKey } = wish
  const team = { name: `${name}-CERT`, address }
  const key = withoutKey
    ? null
    : expectOk(await generateKey({ name: team.name, email: address, now: made, expiresInDays: days }))
  const file = teamDocument(key === null ? team : { ...team, key })
  const { id } = await desk.call('card.import', { file })
  if (key !== null && trust !== 'undecided') {
    await desk.call('key.trust', { fingerprint: key.fingerprint, trust, how: 'in-person', note: 'met them' })
  }
  return { card: id, name: team.name, address, key }
}

export const saving = ({ draft }: DraftView, change: Partial<Input<'draft.save'>>): Input<'draft.save'> => {
  const { id, to, subject, text, tlp, attachOwnKey, language, protection, formal, observables } = draft
  const lists = { to: [...to], classes: [...draft.classes], redact: [...draft.redact] }
  const same = { id, ...lists, subject, text, tlp, attachOwnKey, language, protection, formal, observables }
  return { ...same, ...change }
}

/** A draft to these partners with a text. */
export async function draftTo(
  desk: TestDesk,
  to: readonly Partner[],
  change: Partial<Input<'draft.save'>> = {},
  about: string | null = null,
): Promise<DraftView> {
  const view = await desk.call('draft.new', { case: about, to: to.map(({ card }) => card), inReplyTo: null })
  return desk.call('draft.save', saving(view, { text: 'Please look.', subject: 'Scan', ...change }))
}

export interface ReleasedFile {
  readonly released: Released
  readonly bytes: Uint8Array
}

export async function releaseTo(
  desk: TestDesk,
  { draft }: DraftView,
  form: 'eml' | 'asc' | 'pgp' = 'eml',
  consent: Pick<Input<'draft.release'>, 'conditionsAccepted'> = {},
): Promise<ReleasedFile> {
  const path = join(tempFolder(), `out.${form}`)
  const to = { grant: desk.grant(path, 'write') }
  const released = await desk.call('draft.release', { id: draft.id, form, to, ...consent })
  return { released, bytes: new Uint8Array(readFileSync(path)) }
}

export async function ownKey(desk: TestDesk): Promise<{ readonly fingerprint: string; readonly armored: string }> {
  const { teamKey } = await desk.call('me.show', {})
  const fingerprint = teamKey ?? ''
  return { fingerprint, armored: (await desk.call('key.export', { fingerprint })).armored }
}

/** As the partner's own program would open it, with our public key. */
export async function openedBy(desk: TestDesk, partner: Partner, bytes: Uint8Array): Promise<OpenedMessage> {
  const secretKeys = partner.key === null ? [] : [{ armored: partner.key.armoredSecret, passphrase: null }]
  const publicKeys = [(await ownKey(desk)).armored]
  const now = new Date(desk.ports.now()).toISOString()
  return expectOk(await open({ bytes, fileName: '', secretKeys, publicKeys, now, limits: defaultLimits }))
}

/** Every file below a folder, by path. */
export const filesIn = (dir: string): readonly string[] =>
  readdirSync(dir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
