/** The calls about keys. */
import { ok } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { mebibyte, readInput } from '../files/input.ts'
import { readKeys } from '../pgp/read-keys.ts'
import { release } from '../release/release.ts'
import { copyCleared } from '../release/writers.ts'
import { withSession, type Desk } from '../session.ts'
import { importKeys } from './import-keys.ts'
import { decideTrust, findKey, keyView, listKeys } from './keyring.ts'
import { makeOwnKey } from './own-key.ts'

type KeyCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `key.${string}`>>

const keyFileLimit = 16 * mebibyte

export const keyHandlers = (desk: Desk): KeyCalls => ({
  'key.list': withSession(desk, (session) => ok(listKeys(session))),
  'key.show': withSession(desk, (session, { fingerprint }) => {
    const key = findKey(session, fingerprint)
    return key.ok ? ok(keyView(session, key.value)) : key
  }),
  'key.inspect': async ({ file }) => {
    const input = readInput(desk.ports, file, keyFileLimit)
    if (!input.ok) return input
    const read = await readKeys({ ...input.value, now: new Date(desk.ports.now()).toISOString() })
    return read.ok ? ok(read.value.map(({ inspected }) => inspected)) : read
  },
  'key.import': withSession(desk, async (session, { file, card, role, passphrase }) => {
    const input = readInput(session.ports, file, keyFileLimit)
    if (!input.ok) return input
    return importKeys(session, { ...input.value, card: card ?? null, role, passphrase: passphrase ?? null })
  }),
  'key.generate': withSession(desk, (session, wish) => makeOwnKey(session, wish)),
  'key.export': withSession(desk, (session, { fingerprint }) => {
    const key = findKey(session, fingerprint)
    return key.ok ? ok({ armored: key.value.publicKey }) : key
  }),
  'key.copy': withSession(desk, (session, { fingerprint, what }) => {
    const key = findKey(session, fingerprint)
    if (!key.ok) return key
    const { publicKey, fingerprint: full } = key.value
    copyCleared(session.ports, release.publicKey(what === 'key' ? publicKey : full))
    return ok(null)
  }),
  'key.trust': withSession(desk, (session, decision) => decideTrust(session, decision)),
})
