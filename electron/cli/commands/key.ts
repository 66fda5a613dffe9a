/** key inspect, generate, import, list, export, extend, passphrase, backup, revoke, card, trust. */
import type { InspectedKey, KeyRepair } from '../../../shared/domain/key/key.ts'
import type { KeyTaken, KeyView } from '../../../shared/ipc/key-views.ts'
import { trustHows, type KeyRow } from '../../../shared/ipc/views.ts'
import { say, saying, word, type Language, type Saying } from '../../../shared/words/say.ts'
import { taken, type Answer, type Call } from '../command.ts'
import { outline, table } from '../output.ts'
import { keyringShape, keyShape, keysShape, keysTakenShape, keyViewShape } from '../shapes/key-shape.ts'
import { readText } from '../read-text.ts'
import { fingerprintOf, needed, oneOf, wholeNumber } from '../values.ts'
import { eachFile } from './each-file.ts'

const keyFileLimit = 16 * 1_048_576

/** The announced fingerprints: the one given, else those that the document prints in full. */
export async function inspect(call: Call): Promise<Answer> {
  const [{ readKeys }, { readInput }] = await Promise.all([
    import('../../core/pgp/read-keys.ts'),
    import('../../core/files/input.ts'),
  ])
  const given = call.args.one('fingerprint')
  const announced = given === null ? null : fingerprintOf(given)
  return eachFile(call, call.args.words, async (file) => {
    const { name, bytes } = taken(readInput(call.files, await call.files.input(file), keyFileLimit))
    const printed = announced ?? (await printedFingerprints(bytes, call.now))
    const read = taken(await readKeys({ bytes, fileName: name, announced: printed, now: call.now }))
    const keys = read.map(({ inspected }) => inspected)
    const text = keys.map((key) => doctorText(key, call.language)).join('\n\n')
    return { json: keysShape(keys, call.language), text }
  })
}

/** One that contradicts the key id beside it announces nothing. */
async function printedFingerprints(bytes: Uint8Array, now: string): Promise<readonly string[]> {
  const { readCard, CARD_LIMIT } = await import('../../../shared/domain/card/read-card.ts')
  if (bytes.length > CARD_LIMIT) return []
  const read = readCard(new TextDecoder().decode(bytes), { now })
  if (!read.ok) return []
  return read.value.keys.flatMap(({ fingerprint, keyIdPrinted }) => {
    const fits = fingerprint !== null && (keyIdPrinted === null || isIdOf(keyIdPrinted, fingerprint))
    return fits ? [fingerprint] : []
  })
}

/** The id of a key is the end of its fingerprint, of version 6 its beginning. */
const isIdOf = (id: string, fingerprint: string): boolean =>
  fingerprint.length === 64 ? fingerprint.startsWith(id) : fingerprint.endsWith(id)

function doctorText({ findings, repairs, state, ...key }: InspectedKey, language: Language): string {
  const about = outline(key)
  const said = findings.map((finding) => `- ${say(language, finding)} [${finding.code}]`)
  const changed = repairs.map((repair) => `  ${say(language, repairSaid(repair))}`)
  return [about, `state: ${state}. ${word(language, `key-says.${state}`)}`, ...said, ...changed].join('\n')
}

function repairSaid({ at, was, is }: KeyRepair): Saying {
  if (was === '') return saying('key-repair.lost', { at, is })
  return is === '' ? saying('key-repair.extra', { at, was }) : saying('key-repair.changed', { at, was, is })
}

export async function generate(call: Call): Promise<Answer> {
  const { args } = call
  const role = oneOf(args.one('role') ?? 'team', ['team', 'desk'], '--role')
  const wish = { name: needed(args, 'name'), email: needed(args, 'email'), role }
  const { ask } = await call.vault()
  const json = keyShape(await ask('key.generate', { ...wish, passphrase: call.secrets.given('key') || null }))
  return { json, text: outline(json) }
}

export async function importKeys(call: Call): Promise<Answer> {
  const { args, language } = call
  const role = oneOf(args.one('role') ?? 'other', ['team', 'other'], '--role')
  const given = call.secrets.given('key')
  const { session, ask } = await call.vault()
  const wanted = args.one('card')
  const { findCard } = await import('../../core/cards/card-book.ts')
  const card = wanted === null ? null : taken(findCard(session, wanted)).id
  return eachFile(call, args.words, async (file) => {
    const done = await ask('key.import', {
      file: await call.files.input(file),
      role,
      ...(card === null ? {} : { card }),
      ...(given === null ? {} : { passphrase: given }),
    })
    for (const { fingerprint, said } of done.keys) {
      if (fingerprint !== null && said.some(({ code }) => code === 'key-locked-kept'))
        await askToOpen(call, fingerprint)
    }
    const here = new Set(done.keys.map(({ fingerprint }) => fingerprint))
    const rows = (await ask('key.list', {})).filter(({ fingerprint }) => here.has(fingerprint))
    return { json: keysTakenShape(rows, done, language), text: takenText(rows, done.keys, language) }
  })
}

/** An own key that came locked: where a person sits at a terminal, its passphrase is asked for and kept; an empty one leaves it locked. */
async function askToOpen(call: Call, fingerprint: string): Promise<void> {
  if (call.io.ask === null) return
  const passphrase = await call.secrets.read('key')
  const { ask } = await call.vault()
  if (passphrase !== '') await ask('key.unlock', { fingerprint, passphrase, keep: 'vault' })
}

function takenText(rows: readonly KeyRow[], all: readonly KeyTaken[], language: Language): string {
  const said = all.flatMap(({ fingerprint, userId, outcome, said: reasons }) =>
    reasons.length === 0
      ? []
      : [`${fingerprint ?? userId}: ${outcome}. ${reasons.map((one) => say(language, one)).join(' ')}`],
  )
  return [keysText(rows), ...said].filter((line) => line !== '').join('\n')
}

const keysText = (keys: readonly KeyRow[]): string =>
  table(keys.map(({ fingerprint, role, state, trust, userIds }) => [fingerprint, role, state, trust, userIds[0]]))

export async function list(call: Call): Promise<Answer> {
  const { ask } = await call.vault()
  const keys = await ask('key.list', {})
  return { json: keyringShape(keys, call.language), text: keysText(keys) }
}

/** Public halves only: a secret key does not leave the vault by this way. */
export async function exportKey(call: Call): Promise<Answer> {
  const fingerprint = fingerprintOf(call.args.words.join(''))
  const out = call.args.one('out')
  const target = out === null || out === '-' ? null : call.files.target(out)
  const { session, ask } = await call.vault()
  const { armored } = await ask('key.export', { fingerprint })
  if (target === null) return { json: { schema: 'signet.key-export/1', fingerprint, armored }, text: '', data: armored }
  const [{ release }, { writeCleared }] = await Promise.all([
    import('../../core/release/release.ts'),
    import('../../core/release/writers.ts'),
  ])
  const granted = session.ports.redeem(target.grant, 'write')
  if (granted === null) throw new Error('a target that was just named')
  const written = taken(writeCleared(granted, release.publicKey(armored)))
  return { json: { schema: 'signet.key-export/1', fingerprint, ...written }, text: written.file }
}

export async function revoke(call: Call): Promise<Answer> {
  const fingerprint = fingerprintOf(call.args.words.join(''))
  const reason = oneOf(
    call.args.one('reason') ?? 'no-reason',
    ['no-reason', 'superseded', 'compromised', 'retired'],
    '--reason',
  )
  const { ask } = await openedFor(call, fingerprint, 'if-given')
  const json = keyShape(await ask('key.revoke', { fingerprint, reason }))
  return { json, text: outline(json) }
}

/**
 * Opens a locked key of ours for the rest of this command. `if-given`: without its passphrase the command goes on all the same, as a
 * revocation does with the one that was kept.
 */
async function openedFor(call: Call, fingerprint: string, how: 'must' | 'if-given'): ReturnType<Call['vault']> {
  const vault = await call.vault()
  const { own } = await vault.ask('key.show', { fingerprint })
  if (own?.passphrase !== 'asked') return vault
  const passphrase = how === 'must' ? await call.secrets.read('key') : call.secrets.given('key')
  if (passphrase !== null) await vault.ask('key.unlock', { fingerprint, passphrase, keep: 'session' })
  return vault
}

export async function extend(call: Call): Promise<Answer> {
  const fingerprint = fingerprintOf(call.args.words.join(''))
  const wanted = needed(call.args, 'days')
  const days = wanted === 'none' ? null : wholeNumber(wanted, '--days', 1, 3660)
  const { ask } = await openedFor(call, fingerprint, 'must')
  return shownKey(await ask('key.extend', { fingerprint, days }))
}

function shownKey(view: KeyView): Answer {
  const json = keyViewShape(view)
  return { json, text: outline(keyShape(view)) }
}

/** The passphrase that is given locks the backup; the key in the vault stays as it is. */
export async function backup(call: Call): Promise<Answer> {
  const fingerprint = fingerprintOf(call.args.words.join(''))
  const to = call.files.target(needed(call.args, 'out'))
  const { ask } = await call.vault()
  const passphrase = await call.secrets.read('key', 'twice')
  const form = call.args.has('paper') ? 'paper' : 'file'
  const written = await ask('key.backup', { fingerprint, form, passphrase, to })
  return { json: { schema: 'signet.key-backup/1', fingerprint, form, ...written }, text: written.file }
}

/** `--none` takes the key's own lock away; `--forget` leaves the new passphrase out of the vault. */
export async function passphrase(call: Call): Promise<Answer> {
  const fingerprint = fingerprintOf(call.args.words.join(''))
  const { ask } = await openedFor(call, fingerprint, 'must')
  const next = call.args.has('none') ? null : await call.secrets.read('newKey', 'twice')
  const keep = !call.args.has('forget')
  return shownKey(await ask('key.passphrase', { fingerprint, current: null, next, keep }))
}

/** ID as in `card show`; `none` for nobody's that we know. */
export async function card(call: Call): Promise<Answer> {
  const wanted = call.args.words.at(-1) ?? ''
  const fingerprint = fingerprintOf(call.args.words.slice(0, -1).join(''))
  const { session, ask } = await call.vault()
  const { findCard } = await import('../../core/cards/card-book.ts')
  const id = wanted === 'none' ? null : taken(findCard(session, wanted)).id
  return shownKey(await ask('key.card', { fingerprint, card: id }))
}

export async function trust(call: Call): Promise<Answer> {
  const { args } = call
  const decision = args.words.at(-1) ?? ''
  const fingerprint = fingerprintOf(args.words.slice(0, -1).join(''))
  const wanted = oneOf(decision, ['verified', 'unverified', 'rejected'], 'TRUST')
  const how = oneOf(needed(args, 'how'), trustHows, '--how')
  const note = await readText(call, needed(args, 'note'))
  const number = args.one('number')
  const { ask } = await call.vault()
  const decided = await ask('key.trust', {
    fingerprint,
    trust: wanted,
    how,
    note,
    ...(number === null ? {} : { number }),
  })
  const json = { ...keyShape(decided), decisions: decided.decisions }
  return { json, text: outline(json) }
}
