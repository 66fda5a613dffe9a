/** The calls about contact cards. */
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import type { FileInput } from '../../../shared/ipc/inputs.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { readInput } from '../files/input.ts'
import { withSession, type Desk, type Session } from '../session.ts'
import { cardView, findCard, findShelved } from './card-book.ts'
import { createCard, editCard, removeCard, uneditCard } from './card-edit.ts'
import { listCards, windowOfCards } from './card-list.ts'
import { lookUpCards } from './card-lookup.ts'
import { compareCards, mergeCards } from './card-merge.ts'
import { heldPreview, previewOf } from './card-preview.ts'
import { reachCard } from './card-reach.ts'
import { ownCardByHand } from './own-card.ts'
import { readerOf, readSources, sourceLimit, type SourceRead } from './read-source.ts'
import { sameTeam } from './same-team.ts'
import { refuse, takeIn } from './take-in.ts'

type CardCalls = Pick<Handlers<'core'>, Exclude<Extract<keyof Handlers<'core'>, `card.${string}`>, 'card.export'>>

interface Files {
  readonly file: FileInput
  readonly beside?: FileInput | undefined
}

export const cardHandlers = (desk: Desk): CardCalls => ({
  'card.read': async (files) => {
    const read = await readFiles(desk, desk.session, files)
    if (!read.ok) return read
    const [{ card, signature }] = read.value
    return ok({ ...card, signature })
  },
  'card.import': withSession(desk, importCards),
  'card.own': withSession(desk, ownCardByHand),
  'card.list': withSession(desk, async (session, { search }) => ok(await listCards(session, search))),
  'card.window': withSession(desk, async (session, asked) => ok(await windowOfCards(session, asked))),
  'card.show': withSession(desk, async (session, { id }) => {
    const card = findCard(session, id)
    return card.ok ? ok(await cardView(session, card.value)) : card
  }),
  'card.source': withSession(desk, sourceText),
  'card.preview': withSession(desk, async (session, { against, ...files }) => {
    const read = await readFiles(session, session, files)
    return read.ok ? previewOf(session, read.value[0], against) : read
  }),
  'card.accept': withSession(desk, async (session, { token, into, ...wish }) => {
    const [read, card] = [heldPreview(session, token), into === null ? null : findShelved(session, into)]
    if (!read.ok) return read
    if (card?.ok === false) return card
    const taken = await takeIn(session, read.value, { ...wish, into: card?.value ?? null })
    if (taken.ok) session.previews.drop(token)
    return taken
  }),
  'card.discard': withSession(desk, (session, { token }) => {
    session.previews.drop(token)
    return ok(null)
  }),
  'card.create': withSession(desk, createCard),
  'card.edit': withSession(desk, editCard),
  'card.unedit': withSession(desk, uneditCard),
  'card.merge': withSession(desk, mergeCards),
  'card.compare': withSession(desk, compareCards),
  'card.remove': withSession(desk, removeCard),
  'card.reach': withSession(desk, reachCard),
  'card.lookup': withSession(desk, (session, { text }) => lookUpCards(session, text)),
})

/** Without an open vault there is no keyring that a signature could be checked with. */
async function readFiles(
  { ports }: Pick<Desk, 'ports'>,
  session: Session | null,
  { file, beside }: Files,
): ReturnType<typeof readSources> {
  const input = readInput(ports, file, sourceLimit)
  if (!input.ok) return input
  const signature = beside === undefined ? null : readInput(ports, beside, sourceLimit)
  if (signature?.ok === false) return signature
  const reader = session === null ? { ports, keys: [] } : readerOf(session)
  return readSources(input.value, signature?.value ?? null, reader)
}

interface Import extends Files {
  readonly own: boolean
  readonly confirmKeys: readonly string[]
}

/** All the cards of the file, or none where one of them has another key than is confirmed; answers with the first. */
async function importCards(
  session: Session,
  { own, confirmKeys, ...files }: Import,
): Promise<Result<CardView, Saying>> {
  const read = await readFiles(session, session, files)
  if (!read.ok) return read
  const [first, ...others] = read.value
  const wish = (source: SourceRead) => ({ into: sameTeam(session, source).against, keep: [], confirmKeys, own: false })
  const refused = read.value.flatMap((source) => refuse(session, source, wish(source)) ?? [])[0]
  if (refused !== undefined) return fail(refused)
  const taken = await takeIn(session, first, { ...wish(first), own })
  for (const source of others) {
    const next = await takeIn(session, source, wish(source))
    if (!next.ok) return next
  }
  return taken
}

function sourceText(
  session: Session,
  { card, source }: { readonly card: string; readonly source: string },
): Result<{ text: string }, Saying> {
  const found = findCard(session, card)
  if (!found.ok) return found
  const layer = found.value.layers.find(({ id }) => id === source)
  if (layer === undefined) return fail(saying('card-source-gone'))
  return layer.text === null ? fail(saying('card-source-no-text')) : ok({ text: layer.text })
}
