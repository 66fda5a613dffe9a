/**
 * Everything that the vault holds, in open formats, in one archive that any program can read: so that nobody is locked in. It is not
 * sealed, so it goes through the gate with a reason and the personal code, always, and the vault's log keeps that it went.
 */
import { rmSync } from 'node:fs'
import { anyOf } from '../../../shared/domain/disclosure/supposed.ts'
import { infoClasses } from '../../../shared/domain/disclosure/classes.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import type { ExportedAll } from '../../../shared/ipc/vault-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { passGate, type GateAsk } from '../disclosure/gate.ts'
import { copiesOf } from '../evidence/copies-made.ts'
import { release } from '../release/release.ts'
import { writeClearedArchive } from '../release/writers.ts'
import type { Session } from '../session.ts'
import { everything, newTally } from './everything.ts'

/** As strict as anything in it can be; whom it goes to from there is on the word of the person. */
const ask: GateAsk = {
  number: null,
  to: [anyOf('management')],
  classes: [...infoClasses],
  channel: 'file',
  tlp: 'RED',
  text: '',
  disguised: false,
}

/** @returns `vault-read-only`, `reason-needed`, `gate.code-wrong`, `grant-unknown`, `disk-full`, `write-failed`. */
export async function exportAll(
  session: Session,
  { to, reason, code, blobs }: Parsed<'export.all'>,
): Promise<Result<ExportedAll, Saying>> {
  // It has to be kept that it went, so it goes from a vault that can keep it.
  if (session.store.readOnly) return fail(saying('vault-read-only'))
  const pass = passGate(session, ask, { conditionsAccepted: true, override: { reason, code } })
  if (!pass.ok) return pass
  const target = session.ports.redeem(to.grant, 'write')
  if (target === null) return fail(saying('grant-unknown'))
  const tally = newTally()
  const archive = { entries: () => everything(session, { blobs, because: reason.trim() }, tally) }
  const written = await writeClearedArchive(target, release.output(pass.value, archive))
  if (!written.ok) return written
  const { file, bytes, sha256 } = written.value
  const noted = session.store.commit((tx) => {
    copiesOf(session.store).put(tx, session.ports.newId(), { what: 'export', at: tx.at, name: file })
    tx.log({ kind: 'export.all', ref: sha256 })
    return ok(null)
  })
  if (!noted.ok) {
    rmSync(target.path, { force: true })
    return noted
  }
  const { cases, messages, blobs: files, leftOut } = tally
  return ok({ file, bytes, sha256, cases, messages, blobs: files, leftOut })
}
