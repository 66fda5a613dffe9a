/** vault create, info, check, passphrase, recover, set own-card; drop. */
import { existsSync } from 'node:fs'
import { tiers } from '../../../shared/domain/case/vocabulary.ts'
import { saying, word } from '../../../shared/words/say.ts'
import { busy, saidJson, taken, type Answer, type Call } from '../command.ts'
import { Refused } from '../refusal.ts'
import { outline, table } from '../output.ts'
import { storedCardShape } from '../shapes/card-shape.ts'
import { needed, oneOf } from '../values.ts'
import { eachFile } from './each-file.ts'

export async function create(call: Call): Promise<Answer> {
  const { args, files, language } = call
  const dir = files.path(args.words[0] ?? '')
  const tier = oneOf(needed(args, 'tier'), tiers, '--tier')
  const analyst = { code: needed(args, 'analyst').toUpperCase(), name: needed(args, 'name'), tier }
  const ask = await call.ask(dir)
  const { exists } = await ask('vault.status', {})
  if (exists) throw new Refused(saying('vault-exists', { dir }))
  const passphrase = await call.secrets.read('passphrase', 'twice')
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone
  const { recoveryKey, deskKey } = await ask('vault.create', { passphrase, analyst, zone, trial: args.has('trial') })
  return {
    json: { schema: 'signet.vault/1', dir, recoveryKey, deskKey, trial: args.has('trial') },
    text: word(language, 'cli.vault-created', { dir, recoveryKey }),
  }
}

export async function info(call: Call): Promise<Answer> {
  const { ask } = await call.vault()
  const json = { schema: 'signet.vault-info/1', ...(await ask('vault.info', {})) }
  return { json, text: outline(json) }
}

export async function check(call: Call): Promise<Answer> {
  const { ask } = await call.vault()
  busy(call)
  const { ok, checked, findings } = await ask('vault.check', {})
  const said = findings.map((found) => saidJson(call.language, found))
  const isSound = ok && findings.length === 0
  return {
    json: { schema: 'signet.vault-check/1', ok: isSound, checked, findings: said },
    text: isSound ? word(call.language, 'cli.vault-sound') : said.map(({ text }) => text).join('\n'),
    refused: isSound ? undefined : saying('cli.vault-findings', { count: findings.length }),
  }
}

/** The present passphrase opens the vault and is asked for once. */
export async function passphrase(call: Call): Promise<Answer> {
  const { ask } = await call.vault()
  const current = await call.secrets.read('passphrase')
  const next = await call.secrets.read('new', 'twice')
  await ask('vault.passphrase', { current, next })
  const { older } = await ask('vault.keys', {})
  const said = [word(call.language, 'cli.passphrase-changed')]
  if (older.length > 0) said.push(word(call.language, 'lock-keys.older', { n: older.length }))
  return { json: { schema: 'signet.done/1', done: 'vault passphrase' }, text: said.join('\n') }
}

export async function recover(call: Call): Promise<Answer> {
  const ask = await call.ask()
  const { exists } = await ask('vault.status', {})
  if (!exists) throw new Refused(saying('vault-not-found', { dir: call.dir() }))
  const recoveryKey = await call.secrets.read('recoveryKey')
  const next = await call.secrets.read('recovered', 'twice')
  await ask('vault.recover', { recoveryKey, passphrase: next })
  return {
    json: { schema: 'signet.done/1', done: 'vault recover' },
    text: word(call.language, 'cli.passphrase-changed'),
  }
}

/** A file that is there is read; any other word is a card that the vault has. */
export async function setOwnCard(call: Call): Promise<Answer> {
  const given = call.args.words[0] ?? ''
  const { session, ask } = await call.vault()
  const isFile = given === '-' || existsSync(call.files.path(given))
  const view = isFile ? await ask('card.import', { file: await call.files.input(given), own: true }) : await stored()
  const json = storedCardShape(view, call.language)
  return {
    json,
    text: outline({
      id: json.id,
      names: json.names,
      hours: json.hours,
      timeZone: json.timeZone,
      findings: json.findings,
    }),
  }

  async function stored() {
    const { makeOwn } = await import('../../core/cards/own-card.ts')
    return taken(await makeOwn(session, given))
  }
}

/** Beside an open desk and without a passphrase: sealed to the vault's public key. */
export async function drop(call: Call): Promise<Answer> {
  const [{ dropInto }, { readInput }, { uuidV7 }] = await Promise.all([
    import('../../core/vault/drop.ts'),
    import('../../core/files/input.ts'),
    import('../../core/real-ports.ts'),
  ])
  const dir = call.dir()
  const random = (bytes: number): Uint8Array => crypto.getRandomValues(new Uint8Array(bytes))
  return eachFile(call, call.args.words, async (file) => {
    const { name, bytes } = taken(readInput(call.files, await call.files.input(file)))
    taken(dropInto(dir, { bytes, name, id: uuidV7(Date.now(), random) }))
    return {
      json: { schema: 'signet.drop/1', file: name, bytes: bytes.length },
      text: table([[name, word(call.language, 'cli.dropped')]]),
    }
  })
}
