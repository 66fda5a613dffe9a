/** A source that was read, held against the card of the same team: every difference, before anything is stored. */
import type { CardPreview } from '../../../shared/ipc/card-views.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { keysOf } from '../keyring/key-records.ts'
import type { Session } from '../session.ts'
import { findShelved, sourceOf } from './card-book.ts'
import type { SourceRead } from './read-source.ts'
import { sameTeam } from './same-team.ts'
import { layerOf, planOf } from './take-in.ts'

/** `wanted`: the card that a person chose; null lets the source say whose it is. */
export function previewOf(session: Session, read: SourceRead, wanted: string | null): Result<CardPreview, Saying> {
  const chosen = wanted === null ? null : findShelved(session, wanted)
  if (chosen?.ok === false) return chosen
  const match = sameTeam(session, read)
  const against = chosen?.value ?? match.against
  const token = session.ports.newId()
  const layer = layerOf(session, token, read)
  const { changes, keyChanges, keyChanged, older } = planOf(against, layer, token)
  session.previews.hold(token, read)
  return ok({
    token,
    source: sourceOf(layer),
    text: read.text ?? '',
    card: read.card,
    against: against === null ? null : { id: against.id, name: against.name },
    alike: match.alike.filter(({ id }) => id !== against?.id),
    changes,
    keyChanges: keyChanges.map((change) => ({
      ...change,
      trust: keysOf(session.store).get(change.fingerprint)?.trust ?? null,
    })),
    keyChanged,
    older,
  })
}

export function heldPreview(session: Session, token: string): Result<SourceRead, Saying> {
  const read = session.previews.held(token)
  return read === null ? fail(saying('card-preview-gone')) : ok(read)
}
