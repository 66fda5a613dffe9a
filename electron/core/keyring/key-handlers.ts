/** The calls about keys. */
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { ok } from '../../../shared/kit/result.ts'
import { mebibyte, readInput } from '../files/input.ts'
import { readKeys } from '../pgp/read-keys.ts'
import { release } from '../release/release.ts'
import { copyCleared } from '../release/writers.ts'
import { withSession, type Desk } from '../session.ts'
import { importKeys } from './import-keys.ts'
import { backUpKey } from './key-backup.ts'
import { decideTrust, findKey, listKeys, showKey } from './keyring.ts'
import { dropKey, giveToCard } from './others-keys.ts'
import { makeOwnKey } from './own-key.ts'
import { changePassphrase, extendOwnKey, forgetOwnKey, revokeOwnKey, unlockOwnKey } from './own-key-changes.ts'
import { previewKeys } from './preview-keys.ts'
import { setSigningRoles } from './signing-roles.ts'

type KeyCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `key.${string}`>>

/** A ring of ten thousand keys has about half of that. */
const keyFileLimit = 64 * mebibyte

export const keyHandlers = (desk: Desk): KeyCalls => ({
  'key.list': withSession(desk, (session) => ok(listKeys(session))),
  'key.show': withSession(desk, (session, { fingerprint }) => showKey(session, fingerprint)),
  'key.inspect': async ({ file }) => {
    const input = readInput(desk.ports, file, keyFileLimit)
    if (!input.ok) return input
    const read = await readKeys({ ...input.value, now: new Date(desk.ports.now()).toISOString() })
    return read.ok ? ok(read.value.map(({ inspected }) => inspected)) : read
  },
  'key.preview': withSession(desk, async (session, { file }) => {
    const input = readInput(session.ports, file, keyFileLimit)
    return input.ok ? previewKeys(session, input.value) : input
  }),
  'key.import': withSession(desk, async (session, { file, card, role, passphrase, only }) => {
    const input = readInput(session.ports, file, keyFileLimit)
    if (!input.ok) return input
    const wish = { role, card: card ?? null, passphrase: passphrase ?? null, only: only ?? null }
    return importKeys(session, { ...input.value, ...wish })
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
  'key.card': withSession(desk, (session, wish) => giveToCard(session, wish)),
  'key.drop': withSession(desk, (session, wish) => dropKey(session, wish)),

  'key.extend': withSession(desk, (session, wish) => extendOwnKey(session, wish)),
  'key.passphrase': withSession(desk, (session, wish) => changePassphrase(session, wish)),
  'key.unlock': withSession(desk, (session, wish) => unlockOwnKey(session, wish)),
  'key.forget': withSession(desk, (session, { fingerprint }) => forgetOwnKey(session, fingerprint)),
  'key.revoke': withSession(desk, (session, wish) => revokeOwnKey(session, wish)),
  'key.signsFor': withSession(desk, (session, wish) => setSigningRoles(session, wish)),
  'key.backup': withSession(desk, (session, wish) => backUpKey(session, wish)),
})
