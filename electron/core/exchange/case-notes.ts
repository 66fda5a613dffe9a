/** What happened to a message after it was filed, as notes in the journals of its cases. */
import type { Act } from '../../../shared/domain/case/act.ts'
import { say, type Saying } from '../../../shared/words/say.ts'
import { addActsIn, findCase } from '../cases/case-book.ts'
import { shown } from '../cases/case-handlers.ts'
import type { Session } from '../session.ts'
import type { Tx } from '../store/store.ts'
import type { ExchangeRecord } from './exchange-records.ts'

/** A closed case takes no entry any more: what is noted then stands in the record of the exchange alone. */
export function noteInCases(
  tx: Tx,
  session: Session,
  { cases }: Pick<ExchangeRecord, 'cases'>,
  noteFor: (number: string) => Saying,
): void {
  for (const number of cases) {
    const note: Act = { kind: 'note.added', text: say('en', noteFor(number)) }
    const added = addActsIn(tx, session, number, [note])
    if (added.ok) tx.after(() => tellOf(session, number))
  }
}

function tellOf(session: Session, number: string): void {
  const found = findCase(session, number)
  if (found.ok) shown(session, { ok: true, value: found.value.state })
}
