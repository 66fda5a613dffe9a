/** The calls about the vault itself: first run, unlock, recovery, passphrase, backup. */
import { statSync } from 'node:fs'
import { ok, type Result } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { Me, VaultInfo } from '../../../shared/ipc/views.ts'
import { fail } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { backupVault, restoreBackup, verifyBackup } from '../backup/backup.ts'
import { tellOutside } from '../cases/dues.ts'
import { startRefold } from '../clocks/refold-job.ts'
import { copiesOf } from '../evidence/copies-made.ts'
import { makeOwnKey } from '../keyring/own-key.ts'
import { me, profileOf, sessionOn, withSession, type Desk, type Profile, type Session } from '../session.ts'
import { databasePath } from '../store/store.ts'
import { grantedInput } from '../files/granted.ts'
import { checkVault } from './check.ts'
import { readKeyFile } from './key-file.ts'
import { changePassphrase, createVault, recoverVault, unlockVault, type OpenVault } from './vault.ts'

type VaultCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `vault.${string}` | `me.${string}`>>

export const vaultHandlers = (desk: Desk): VaultCalls => ({
  'vault.status': async () => {
    const file = readKeyFile(desk.dir)
    if (file.ok) return ok({ exists: true, trial: file.value.trial })
    return file.problem.code === 'vault-not-found' ? ok({ exists: false, trial: desk.trialOnly }) : file
  },
  'vault.create': (input) => createHere(desk, input),
  'vault.unlock': async ({ passphrase }) => opened(desk, await unlockVault(desk, passphrase, desk.ports)),
  'vault.recover': async (keys) => opened(desk, await recoverVault(desk, keys, desk.ports)),
  'vault.passphrase': withSession(desk, (_, change) => changePassphrase(desk.dir, change, desk.ports)),
  'vault.info': withSession(desk, (session) => ok(infoOf(session))),
  'vault.check': withSession(desk, (session) => ok(checkVault(session.store))),
  'vault.backup': withSession(desk, (session, { to }) => backUp(session, to.grant)),
  'vault.verify': async ({ from, passphrase }) => {
    const file = grantedInput(desk.ports, from)
    return file.ok ? verifyBackup(file.value.path, passphrase, desk.dir) : file
  },
  'vault.restore': async ({ from, passphrase }) => {
    const file = grantedInput(desk.ports, from)
    return file.ok ? restoreBackup(file.value.path, desk.dir, passphrase) : file
  },
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
  const created = await createVault({ dir: desk.dir, passphrase, trial }, desk.ports)
  if (!created.ok) return created
  const { store, recoveryKey, dropSecret, file, backupKey } = created.value
  const session = sessionOn(desk, { store, file, backupKey })
  const profile: Profile = {
    analyst,
    tag: analyst.code,
    zone,
    hours: null,
    closures: [],
    ownCard: null,
    deskKey: '',
    teamKey: null,
    lastBackup: null,
    dropSecret,
    analysis: false,
  }
  const saved = store.commit((tx) => {
    session.profiles.put(tx, me, profile)
    return ok(null)
  })
  if (!saved.ok) return saved
  // .invalid (RFC 2606): a desk key is exchanged and verified like any key, and nobody writes to it by mail.
  const email = `${analyst.code.toLowerCase()}@desk.invalid`
  const key = await makeOwnKey(session, { name: `${analyst.name} (${analyst.code})`, email, role: 'desk' })
  if (!key.ok) return key
  desk.session = session
  tellOutside(session)
  return ok({ recoveryKey, deskKey: key.value.fingerprint })
}

function opened(desk: Desk, vault: Result<OpenVault, Saying>): Result<Me, Saying> {
  if (!vault.ok) return vault
  desk.session = sessionOn(desk, vault.value)
  startRefold(desk.session)
  tellOutside(desk.session)
  return ok(meOf(desk.session))
}

export function meOf(session: Session): Me {
  const { analyst, tag, zone, hours, ownCard, deskKey, teamKey, lastBackup, analysis } = profileOf(session)
  const card = ownCard === null ? null : session.shelf.get(ownCard)
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
    findings: session.store.findings,
  }
}

function infoOf(session: Session): VaultInfo {
  const { analyst, tag, deskKey, teamKey, lastBackup } = profileOf(session)
  const cases = Number(session.store.db.prepare('SELECT count(*) FROM cases', { pluck: true }).get())
  const bytes = statSync(databasePath(session.store.dir)).size
  return { copy: tag, analyst: analyst.code, deskKey, teamKey, trial: session.trial, cases, bytes, lastBackup }
}

async function backUp(session: Session, grant: string): ReturnType<VaultCalls['vault.backup']> {
  const target = session.ports.redeem(grant, 'write')
  if (target === null) return fail(saying('grant-unknown'))
  const done = backupVault(session, target.path, session.ports)
  if (!done.ok) return done
  const saved = session.store.commit((tx) => {
    session.profiles.put(tx, me, { ...profileOf(session), lastBackup: done.value.at })
    const made = { what: 'backup', at: done.value.at, name: target.name } as const
    copiesOf(session.store).put(tx, session.ports.newId(), made)
    return ok(null)
  })
  session.news('me.changed', null)
  return saved.ok ? done : saved
}
