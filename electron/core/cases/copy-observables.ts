/** Observables of a case to the clipboard, one a line and defanged: judged like everything that leaves, noted in the case. */
import { anyOf } from '../../../shared/domain/disclosure/supposed.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { passGate } from '../disclosure/gate.ts'
import { disclosedAct } from '../release/pass.ts'
import { release } from '../release/release.ts'
import { copyCleared } from '../release/writers.ts'
import type { Session } from '../session.ts'
import { sha256 } from '../store/canonical.ts'
import { addActsIn, findCase } from './case-book.ts'

/** To whom it will be pasted is not known where no card is named: judged as for another CSIRT. */
export function copyObservables(session: Session, wish: Parsed<'case.copy'>): Result<{ copied: number }, Saying> {
  const { number, values, recipient, conditionsAccepted, override } = wish
  const found = findCase(session, number)
  if (!found.ok) return found
  const { state } = found.value
  const chosen = state.observables.filter(({ value }) => values.includes(value))
  if (chosen.length === 0) return fail(saying('copy-nothing'))
  const text = `${chosen.map(defang).join('\n')}\n`
  const to = [recipient ?? anyOf('csirt')]
  const ask = { number, to, classes: null, channel: 'file', tlp: state.tlp, text, disguised: false } as const
  const pass = passGate(session, ask, { conditionsAccepted, override })
  if (!pass.ok) return pass
  // Noted first: what stands on the clipboard without a line in the journal would have left unseen.
  const noted = session.store.commit((tx) =>
    addActsIn(tx, session, number, [disclosedAct(pass.value, { form: 'clipboard', sha256: sha256(text) })]),
  )
  if (!noted.ok) return noted
  copyCleared(session.ports, release.output(pass.value, text))
  return ok({ copied: chosen.length })
}
