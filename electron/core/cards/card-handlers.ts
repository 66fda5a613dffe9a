/** The calls about contact cards. */
import { ok } from '../../../shared/kit/result.ts'
import type { Handlers } from '../../../shared/ipc/contract.ts'
import { mebibyte, readInput } from '../files/input.ts'
import { withSession, type Desk } from '../session.ts'
import { cardView, findCard, importCard, listCards, ownCardByHand, readDocument } from './card-book.ts'

type CardCalls = Pick<Handlers<'core'>, Extract<keyof Handlers<'core'>, `card.${string}`>>

const documentLimit = mebibyte

/** UTF-8, and where that does not decode, Windows-1252, which old documents are in. */
function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

export const cardHandlers = (desk: Desk): CardCalls => ({
  'card.read': async ({ file }) => {
    const input = readInput(desk.ports, file, documentLimit)
    if (!input.ok) return input
    const { name, bytes } = input.value
    const read = await readDocument({ name, text: decode(bytes) }, desk.ports)
    return read.ok ? ok(read.value.card) : read
  },
  'card.import': withSession(desk, async (session, { file, own }) => {
    const input = readInput(session.ports, file, documentLimit)
    if (!input.ok) return input
    const { name, bytes } = input.value
    return importCard(session, { name, text: decode(bytes) }, own)
  }),
  'card.own': withSession(desk, (session, typed) => ownCardByHand(session, typed)),
  'card.list': withSession(desk, (session, { search }) => ok(listCards(session, search))),
  'card.show': withSession(desk, (session, { id }) => {
    const card = findCard(session, id)
    return card.ok ? ok(cardView(session, card.value)) : card
  }),
})
