/** The directory: rows that match a search, and cards that are being looked at. */
import type { CardRow, CardView } from '../../shared/ipc/views.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createKeyedMirror } from './mirror.ts'

/** `cardLists.use(search)`; an empty search gives all. */
export const cardLists = createKeyedMirror<readonly CardRow[], 'card.changed' | 'key.changed'>(
  (search) => client['card.list']({ search }),
  [{ feed: 'card.changed' }, { feed: 'key.changed' }],
)

/** `openCards.use(id)`. */
export const openCards = createKeyedMirror<CardView, 'card.changed' | 'key.changed'>(
  (id) => client['card.show']({ id }),
  [{ feed: 'card.changed' }, { feed: 'key.changed' }],
)

export const importCard = (file: Input<'card.import'>['file'], own: boolean): Promise<Answer<CardView>> =>
  client['card.import']({ file, own })

/** Our own team, typed by hand. */
export const writeOwnCard = (card: Input<'card.own'>): Promise<Answer<CardView>> => client['card.own'](card)
