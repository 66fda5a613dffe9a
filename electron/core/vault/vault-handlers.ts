/** The calls about the vault itself: first run, unlock, recovery, passphrase, backup. */
import { statSync } from 'node:fs'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { KeyRow, Me } from '../../../shared/ipc/views.ts'
import type { VaultInfo } from '../../../shared/ipc/vault-views.ts'
import { fail } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { copyOf } from '../backup/look.ts'
import { tellOutside } from '../cases/dues.ts'
import { startLoading } from '../cases/queue-loading.ts'
import { startRefold } from '../clocks/refold-job.ts'
import { makeOwnKey } from '../keyring/own-key.ts'
import { me, profileOf, profilesOf, sessionOn, withSession, type Desk, type Profile, type Session } from '../session.ts'
import { isDamage } from '../store/connection.ts'
import { openingProblem } from '../store/database.ts'
import { databasePath } from '../store/store.ts'
import { readKeyFile } from './key-slots.ts'
import { vaultKeyHandlers } from './vault-key-handlers.ts'
import { inboxFindings, tend } from './tending.ts'
import { createVault, recoverVault, unlockVault, type NewVault, type OpenVault } from './vault.ts'

type VaultCalls = Pick<
  Handlers<'core'>,
  | 'vault.status'
  | 'vault.create'
  | 'vault.unlock'
  | 'vault.recover'
  | 'vault.passphrase'
  | 'vault.info'
  | 'vault.keys'
  | 'vault.rotate'
  | 'vault.recovery'
  | 'vault.prove'
  | 'vault.device'
  | 'me.show'
  | 'me.steps'
>

export const vaultHandlers = (desk: Desk): VaultCalls => ({
  'vault.status': async () => {
    const file = readKeyFile(desk.dir)
    if (file.ok) return ok({ exists: true, trial: file.value.trial, device: file.value.passphrase.device !== null })
    return file.problem.code === 'vault-not-found' ? ok({ exists: false, trial: desk.trialOnly, device: false }) : file
  },
  'vault.create': (input) => createHere(desk, input),
  'vault.unlock': async ({ passphrase, readOnly }) =>
    opened(desk, await unlockVault({ ...desk, readOnly }, passphrase, desk.ports)),
  'vault.recover': async (keys) => opened(desk, await recoverVault(desk, keys, desk.ports)),
  ...vaultKeyHandlers(desk),
  'vault.info': withSession(desk, (session) => ok(infoOf(session))),
  'me.show': withSession(desk, (session) => ok(meOf(session))),
  'me.steps': withSession(desk, (session, { analysis }) => {
    const done = session.store.commit((tx) => {
      session.profiles.put(tx, me, { ...profileOf(session), analysis })
      return ok(null)
    })
    session.news('me.changed', null)
    return done.ok ? ok(meOf(session)) : done
  }),
})

interface Creating {
  readonly passphrase: string
  readonly analyst: Profile['analyst']
  readonly zone: string
  readonly trial: boolean
}

async function createHere(
  desk: Desk,
  { passphrase, analyst, zone, trial }: Creating,
): Promise<Result<{ recoveryKey: string; deskKey: string }, Saying>> {
  if (desk.trialOnly && !trial) return fail(saying('only-trial'))
  const profile: Omit<Profile, 'dropSecret'> = {
    analyst,
    tag: analyst.code,
    zone,
    hours: null,
    closures: [],
    ownCard: null,
    deskKey: '',
    teamKey: null,
    lastBackup: null,
    analysis: false,
  }
  const first: NewVault['first'] = (store, tx, dropSecret) => profilesOf(store).put(tx, me, { ...profile, dropSecret })
  const created = await createVault({ dir: desk.dir, passphrase, trial, first }, desk.ports)
  if (!created.ok) return created
  const { store, recoveryKey, file, backupKey } = created.value
  const session = sessionOn(desk, { store, file, backupKey })
  const key = await makeDeskKey(session)
  if (!key.ok) return key
  desk.session = session
  tend(desk, session)
  tellOutside(session)
  return ok({ recoveryKey, deskKey: key.value.fingerprint })
}

/** .invalid (RFC 2606): a desk key is exchanged and verified like any key, and nobody writes to it by mail. */
function makeDeskKey(session: Session): Promise<Result<KeyRow, Saying>> {
  const { code, name } = profileOf(session).analyst
  return makeOwnKey(session, { name: `${name} (${code})`, email: `${code.toLowerCase()}@desk.invalid`, role: 'desk' })
}

/** A kill in the middle of the making left a vault without one; where it fails now, the next unlock tries again. */
async function mendDeskKey(desk: Desk, session: Session): Promise<void> {
  if (session.store.readOnly || profileOf(session).deskKey !== '') return
  try {
    await makeDeskKey(session)
  } catch (error) {
    // What fails once the desk was locked only found it locked.
    if (desk.session === session) throw error
  }
}

export function opened(desk: Desk, vault: Result<OpenVault, Saying>): Result<Me, Saying> {
  if (!vault.ok) return vault
  const session = sessionWhereItReads(desk, vault.value)
  if (!session.ok) return session
  desk.session = session.value
  if (!vault.value.store.readOnly) startRefold(session.value)
  tend(desk, session.value)
  tellOutside(session.value)
  startLoading(session.value)
  void mendDeskKey(desk, session.value)
  return ok(meOf(session.value))
}

/** Without the profile and the policy there is no desk; a case that does not read is left out and told by the check. */
function sessionWhereItReads(desk: Desk, vault: OpenVault): Result<Session, Saying> {
  try {
    const session = sessionOn(desk, vault)
    profileOf(session)
    return ok(session)
  } catch (error) {
    vault.store.close()
    if (isDamage(error)) return fail(openingProblem(error))
    throw error
  }
}

export function meOf(session: Session): Me {
  const { analyst, tag, zone, hours, ownCard, deskKey, teamKey, lastBackup, analysis } = profileOf(session)
  const card = ownCard === null ? null : ownCardOf(session, ownCard)
  const address = card?.reading.emails.find(({ purposes }) => purposes.includes('incidents'))?.address ?? null
  return {
    analyst,
    copy: { id: session.store.copy, tag },
    trial: session.trial,
    zone,
    hours: hours ?? '',
    ownCard: card === null ? null : { id: card.id, name: card.name, address },
    deskKey,
    teamKey,
    lastBackup,
    analysis,
    findings: [...session.store.findings, ...session.store.notices(), ...inboxFindings(session)],
    readOnly: session.store.readOnly ? { copyOf: copyOf(session.store) } : null,
  }
}

/** On a page that does not read: the desk is opened without it. */
function ownCardOf({ shelf }: Session, id: string): ReturnType<Session['shelf']['get']> {
  try {
    return shelf.get(id)
  } catch (error) {
    if (isDamage(error)) return null
    throw error
  }
}

function infoOf(session: Session): VaultInfo {
  const { analyst, tag, deskKey, teamKey, lastBackup } = profileOf(session)
  const cases = Number(session.store.db.prepare('SELECT count(*) FROM cases', { pluck: true }).get())
  const bytes = statSync(databasePath(session.store.dir)).size
  return { copy: tag, analyst: analyst.code, deskKey, teamKey, trial: session.trial, cases, bytes, lastBackup }
}
