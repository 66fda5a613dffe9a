/** Lets evidence out: judged by the gate, written where a person chose, noted in the custody of each piece and in the journal of the case. */
import { anyOf } from '../../../shared/domain/disclosure/supposed.ts'
import type { Act } from '../../../shared/domain/case/act.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { addActsIn } from '../cases/case-book.ts'
import { shown } from '../cases/case-handlers.ts'
import { passGate, type GateAsk } from '../disclosure/gate.ts'
import { disclosedAct } from '../release/pass.ts'
import { release } from '../release/release.ts'
import { writeCleared, type WrittenFile } from '../release/writers.ts'
import type { Session } from '../session.ts'
import { archiveEvidence } from './export-evidence.ts'

/** @returns the problems of the archive and of the gate, `grant-unknown`, or why it could not be written. */
export async function releaseEvidence(
  session: Session,
  wish: Parsed<'evidence.export'>,
): Promise<Result<WrittenFile, Saying>> {
  const { number, recipient, to, conditionsAccepted, override } = wish
  const archive = await archiveEvidence(session, wish)
  if (!archive.ok) return archive
  const { state, bytes, manifest, pieces } = archive.value
  const ask: GateAsk = {
    number,
    to: [recipient ?? anyOf('police')],
    classes: null,
    channel: 'file',
    tlp: state.tlp,
    text: manifest,
    disguised: false,
  }
  const pass = passGate(session, ask, { conditionsAccepted, override })
  if (!pass.ok) return pass
  // Asked for last: a grant is good once, and a stop of the gate must not use it up.
  const target = session.ports.redeem(to.grant, 'write')
  if (target === null) return fail(saying('grant-unknown'))
  const written = writeCleared(target, release.output(pass.value, bytes))
  if (!written.ok) return written
  const handled = pieces.map(({ blob }): Act => ({
    kind: 'evidence.handled',
    blob,
    what: 'exported',
    place: pass.value.to.join(', ').slice(0, 900),
    note: written.value.sha256,
  }))
  const noted = session.store.commit((tx) =>
    addActsIn(tx, session, number, [
      ...handled,
      disclosedAct(pass.value, { form: 'evidence', sha256: written.value.sha256 }),
    ]),
  )
  const view = shown(session, noted)
  return view.ok ? ok(written.value) : view
}
