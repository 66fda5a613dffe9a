/** A note that is being typed: kept sealed as it grows, so that neither a lock nor a crash loses it; gone once it is a note. */
import { z } from 'zod'
import { ok } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { withSession, type Desk, type Session } from '../session.ts'
import { recordsOf, type Records, type Store } from '../store/store.ts'
import { findCase } from './case-book.ts'

const keptSchema = z.object({ text: z.string() })

export const keptNotesOf = (store: Pick<Store, 'db'>): Records<z.infer<typeof keptSchema>> =>
  recordsOf(store, 'kept-note', keptSchema, { quiet: true })

export const noteHandlers = (desk: Desk): Pick<Handlers<'core'>, 'note.keep' | 'note.kept'> => ({
  'note.keep': withSession(desk, keepNote),
  'note.kept': withSession(desk, (session, { number }) => {
    const found = findCase(session, number)
    return found.ok ? ok({ text: keptNotesOf(session.store).get(found.value.state.id)?.text ?? '' }) : found
  }),
})

function keepNote(session: Session, { number, text }: { readonly number: string; readonly text: string }) {
  const found = findCase(session, number)
  if (!found.ok) return found
  const { id } = found.value.state
  return session.store.commit((tx) => {
    if (text.trim() === '') keptNotesOf(session.store).drop(tx, id)
    else keptNotesOf(session.store).put(tx, id, { text })
    return ok(null)
  })
}
