/** The calls about the keys of the open vault: what they are, and each change of them. */
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { VaultKeys } from '../../../shared/ipc/vault-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { copiesOf } from '../evidence/copies-made.ts'
import { withSession, type Desk, type Session } from '../session.ts'
import { changePassphrase, newRecoverySheet, proveSheet, switchDevice } from './change-keys.ts'
import { deviceRefusal } from './device-secret.ts'
import type { KeyFile } from './key-file.ts'
import { readKeyFile } from './key-slots.ts'
import { isPaused } from './paused.ts'
import { presentSheet } from './recovery-sheet.ts'
import { startRotation } from './rotate.ts'

type VaultKeyCalls = Pick<
  Handlers<'core'>,
  'vault.keys' | 'vault.passphrase' | 'vault.rotate' | 'vault.recovery' | 'vault.prove' | 'vault.device'
>

export function vaultKeyHandlers(desk: Desk): VaultKeyCalls {
  let last: Promise<unknown> = Promise.resolve()
  /** One at a time: each begins with what the one before has written. */
  const inTurn =
    <Input, Output>(change: (session: Session, input: Input) => Promise<Result<Output, Saying>>) =>
    (session: Session, input: Input): Promise<Result<Output, Saying>> => {
      const done = last.then(async () => {
        const refused = refusalOf(session)
        return refused === null ? change(session, input) : fail(refused)
      })
      last = done.catch(() => undefined)
      return done
    }
  const changed = <T>(session: Session, done: Result<T, Saying>): Result<T, Saying> => {
    if (done.ok) session.news('vault.changed', null)
    return done
  }
  const vaultOf = ({ store }: Session) => ({ dir: desk.dir, store })
  const { ports } = desk
  return {
    'vault.keys': withSession(desk, keysOf),
    'vault.passphrase': withSession(
      desk,
      inTurn(async (session, change) => changed(session, await changePassphrase(desk.dir, change, ports))),
    ),
    'vault.rotate': withSession(
      desk,
      inTurn((session, { passphrase }) => startRotation(desk, session, passphrase)),
    ),
    'vault.recovery': withSession(
      desk,
      inTurn(async (session, { passphrase }) => {
        const made = changed(session, await newRecoverySheet(vaultOf(session), passphrase, ports))
        return made.ok ? ok({ recoveryKey: made.value }) : made
      }),
    ),
    'vault.prove': withSession(
      desk,
      inTurn(async (session, { groups }) => {
        const proved = changed(session, await proveSheet(vaultOf(session), groups, ports))
        return proved.ok ? keysOf(session) : proved
      }),
    ),
    'vault.device': withSession(
      desk,
      inTurn(async (session, wish) => {
        const done = changed(session, await switchDevice(vaultOf(session), wish, ports))
        return done.ok ? keysOf(session) : done
      }),
    ),
  }
}

function refusalOf({ store }: Session): Saying | null {
  if (store.readOnly) return saying('vault-read-only')
  return isPaused(store) ? saying('vault-resealing') : null
}

async function keysOf({ store, ports }: Session): Promise<Result<VaultKeys, Saying>> {
  const file = readKeyFile(store.dir)
  if (!file.ok) return file
  const { passphrase, dataKey, recovery, nextRecovery } = file.value
  const { memory, passes, lanes, since, device } = passphrase
  const provedAt = presentSheet(store, file.value)?.provedAt ?? null
  return ok({
    cost: { memory, passes, lanes },
    passphraseSince: since,
    dataKeySince: dataKey.since,
    device: { on: device !== null, refused: await deviceRefusal(ports) },
    recovery: { since: recovery.since, provedAt, next: nextRecovery?.since ?? null },
    older: olderBackups(store, file.value),
  })
}

const mostShown = 100

/** Made before the passphrase or the data key of today; the youngest first. */
function olderBackups(store: Session['store'], { passphrase, dataKey }: KeyFile): VaultKeys['older'] {
  const since = [passphrase.since, dataKey.since].toSorted().at(-1) ?? ''
  return copiesOf(store)
    .all()
    .filter(({ what, at }) => what === 'backup' && at < since)
    .toSorted((a, b) => (a.at < b.at ? 1 : -1))
    .slice(0, mostShown)
    .map(({ at, name }) => ({ at, name }))
}
