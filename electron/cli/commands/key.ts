/** key inspect, generate, import, list, export, revoke, trust. */
import type { InspectedKey, KeyRepair } from '../../../shared/domain/key/key.ts'
import { trustHows } from '../../../shared/ipc/views.ts'
import { say, saying, word, type Language, type Saying } from '../../../shared/words/say.ts'
import { taken, type Answer, type Call } from '../command.ts'
import { Refused } from '../refusal.ts'
import { outline, table } from '../output.ts'
import { keyringShape, keyShape, keysShape } from '../shapes/key-shape.ts'
import { readText } from '../read-text.ts'
import { fingerprintOf, needed, oneOf } from '../values.ts'
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
  const passphrase = call.secrets.given('key')
  const { session, ask } = await call.vault()
  const row = passphrase === null ? await ask('key.generate', wish) : await generateLocked()
  const json = keyShape(row)
  return { json, text: outline(json) }

  /** The desk's call has no passphrase, because the desk asks for none. */
  async function generateLocked() {
    const { makeOwnKey } = await import('../../core/keyring/own-key.ts')
    return taken(await makeOwnKey(session, { ...wish, passphrase }))
  }
}

export async function importKeys(call: Call): Promise<Answer> {
  const { args } = call
  const role = oneOf(args.one('role') ?? 'other', ['team', 'other'], '--role')
  const given = call.secrets.given('key')
  const { session, ask } = await call.vault()
  const wanted = args.one('card')
  const { findCard } = await import('../../core/cards/card-book.ts')
  const card = wanted === null ? null : taken(findCard(session, wanted)).id
  const take = async (file: string, passphrase: string | null) =>
    ask('key.import', {
      file: await call.files.input(file),
      role,
      ...(card === null ? {} : { card }),
      ...(passphrase === null ? {} : { passphrase }),
    })
  return eachFile(call, args.words, async (file) => {
    const keys = await take(file, given).catch(async (error: unknown) => {
      const isLocked = error instanceof Refused && error.problem.code === 'key-passphrase-wrong'
      if (!isLocked || given !== null || call.io.ask === null) throw error
      return take(file, await call.secrets.read('key'))
    })
    return { json: keyringShape(keys), text: keysText(keys) }
  })
}

type Keys = Parameters<typeof keyringShape>[0]

const keysText = (keys: Keys): string =>
  table(keys.map(({ fingerprint, role, state, trust, userIds }) => [fingerprint, role, state, trust, userIds[0]]))

export async function list(call: Call): Promise<Answer> {
  const { ask } = await call.vault()
  const keys = await ask('key.list', {})
  return { json: keyringShape(keys), text: keysText(keys) }
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
  const { session } = await call.vault()
  const { revokeOwnKey } = await import('../../core/keyring/revoke-own-key.ts')
  const json = keyShape(taken(await revokeOwnKey(session, fingerprint, reason)))
  return { json, text: outline(json) }
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
