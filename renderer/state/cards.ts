/** Contact cards: rows that match a search, cards that are being looked at, how to reach them, and every change of a card. */
import type { CardPreview, CardRow, CardView, PinAnswer } from '../../shared/ipc/card-views.ts'
import type { Input } from '../../shared/ipc/contract.ts'
import type { Reach } from '../../shared/domain/reach/reach.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createKeyedMirror } from './mirror.ts'

const feeds = [{ feed: 'card.changed' }, { feed: 'key.changed' }] as const

/** `cardLists.use(search)`; an empty search gives all. */
export const cardLists = createKeyedMirror<readonly CardRow[], 'card.changed' | 'key.changed'>(
  (search) => client['card.list']({ search }),
  feeds,
)

/** `openCards.use(id)`. */
export const openCards = createKeyedMirror<CardView, 'card.changed' | 'key.changed'>(
  (id) => client['card.show']({ id }),
  feeds,
)

/** What is asked about a card; as the key of `reached`. */
export const reachKey = (question: Input<'card.reach'>): string => JSON.stringify(question)

/** How to reach a team for a question: `reached.use(reachKey({ card, urgency: 'urgent' }))`. */
export const reached = createKeyedMirror<Reach, 'card.changed' | 'key.changed'>(
  (key) => client['card.reach'](JSON.parse(key) as Input<'card.reach'>),
  feeds,
)

const inTwo = (key: string): readonly [string, string] => {
  const [one = '', other = ''] = key.split('\n')
  return [one, other]
}

/** The text of a source of a card: `sourceTexts.use(`${card}\n${source}`)`. */
export const sourceTexts = createKeyedMirror<{ readonly text: string }, never>((key) => {
  const [card, source] = inTwo(key)
  return client['card.source']({ card, source })
}, [])

/** In which fields the first card differs from the second: `comparisons.use(`${from}\n${into}`)`. */
export const comparisons = createKeyedMirror<CardPreview['changes'], 'card.changed'>(
  (key) => {
    const [from, into] = inTwo(key)
    return client['card.compare']({ from, into })
  },
  [{ feed: 'card.changed' }],
)

/** The card as it is after the change is shown at once. */
async function taking(asking: Promise<Answer<CardView>>): Promise<Answer<CardView>> {
  const answer = await asking
  if (answer.ok) openCards.take(answer.value.id, answer.value)
  return answer
}

/** Our own team, typed by hand. */
export const writeOwnCard = (card: Input<'card.own'>): Promise<Answer<CardView>> => client['card.own'](card)

export const importCard = (file: Input<'card.import'>['file'], own: boolean): Promise<Answer<CardView>> =>
  taking(client['card.import']({ file, own }))

export const createCard = (wish: Input<'card.create'>): Promise<Answer<CardView>> => taking(client['card.create'](wish))

export const editCard = (wish: Input<'card.edit'>): Promise<Answer<CardView>> => taking(client['card.edit'](wish))

/** The sources speak again. */
export const uneditCard = (wish: Input<'card.unedit'>): Promise<Answer<CardView>> => taking(client['card.unedit'](wish))

export const mergeCards = (wish: Input<'card.merge'>): Promise<Answer<CardView>> => taking(client['card.merge'](wish))

export const removeCard = (card: string, reason: string): Promise<Answer<null>> =>
  client['card.remove']({ card, reason })

export const addCheck = (wish: Input<'check.add'>): Promise<Answer<CardView>> => taking(client['check.add'](wish))

export const withdrawCheck = (wish: Input<'check.withdraw'>): Promise<Answer<CardView>> =>
  taking(client['check.withdraw'](wish))

export const setPin = (wish: Input<'pin.set'>): Promise<Answer<CardView>> => taking(client['pin.set'](wish))

export async function checkPin(wish: Input<'pin.check'>): Promise<Answer<PinAnswer>> {
  const answer = await client['pin.check'](wish)
  await openCards.refresh(wish.card)
  return answer
}

export const dropPin = (wish: Input<'pin.drop'>): Promise<Answer<CardView>> => taking(client['pin.drop'](wish))
