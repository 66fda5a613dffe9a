/** Finds the card of the same team for a source that was just read, and those that only look like it. */
import { likeness, marksOf, tracesOf, type Likeness } from '../../../shared/domain/card/alike.ts'
import type { CardPreview } from '../../../shared/ipc/card-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { keysOf } from '../keyring/key-records.ts'
import type { Session } from '../session.ts'
import type { SourceRead } from './read-source.ts'
import type { Shelf, Shelved } from './shelf.ts'

export interface Match {
  /** Enough says that it is the same team; a person still decides. */
  readonly against: Shelved | null
  readonly alike: CardPreview['alike']
}

/** As many as a person looks through. */
const mostAlike = 10
/** A word or a mail domain that more cards share tells nothing. */
const mostOfOneMark = 100

export function sameTeam(session: Session, read: Pick<SourceRead, 'card' | 'sha256' | 'signature'>): Match {
  const likely = likelyCards(session, read).toSorted((a, b) => b.like.weight - a.like.weight)
  const against = likely.find(({ like }) => like.same)?.card ?? null
  return {
    against,
    alike: likely
      .filter(({ card }) => card !== against)
      .slice(0, mostAlike)
      .map(({ card: { id, name }, like: { because } }) => ({ id, name, because })),
  }
}

interface Likely {
  readonly card: Shelved
  readonly like: Likeness
}

function likelyCards(session: Session, { card, sha256, signature }: Parameters<typeof sameTeam>[1]): readonly Likely[] {
  const traces = tracesOf(card)
  const signer = signerCard(session, signature)
  return near(session.shelf, marksOf(traces))
    .flatMap((known): readonly Likely[] => {
      const like = likeness(traces, known.traces)
      const isFile = known.record.layers.some((layer) => layer.entry === null && layer.sha256 === sha256)
      // Several cards can come from one file: it must name the team besides.
      if (isFile && like !== null)
        return [{ card: known, like: { same: like.same, weight: like.weight + 10, because: saying('alike.file') } }]
      return like === null ? [] : [{ card: known, like }]
    })
    .concat(signer)
}

const near = ({ marked }: Pick<Shelf, 'marked'>, marks: readonly string[]): readonly Shelved[] => [
  ...new Set(
    marks.flatMap((mark) => {
      const cards = marked(mark)
      return cards.length > mostOfOneMark ? [] : cards
    }),
  ),
]

/** A good signature of a key that the keyring has given to a card. */
function signerCard(session: Session, signature: SourceRead['signature']): Likely[] {
  if (signature.kind === 'none' || signature.state !== 'good' || signature.by !== 'known-key') return []
  const fingerprint = signature.signer ?? ''
  const owner = keysOf(session.store).get(fingerprint)?.card ?? null
  const card = owner === null ? null : session.shelf.get(owner)
  if (card === null || card.record.removed !== null) return []
  return [{ card, like: { same: true, weight: 20, because: saying('alike.signer', { fingerprint }) } }]
}
