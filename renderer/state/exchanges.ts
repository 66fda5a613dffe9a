/** Messages in and out: the tray of what is not in a case yet, searches through all, and those being looked at. */
import type { Input, Output } from '../../shared/ipc/contract.ts'
import type { AttachmentLook, PartnerNumbers } from '../../shared/ipc/exchange-views.ts'
import type { ExchangeRow, ExchangeView, Intake } from '../../shared/ipc/views.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createKeyedMirror, createMirror } from './mirror.ts'

export const tray = createMirror<readonly ExchangeRow[]>(() => client['intake.list']({}), ['exchange.changed'])

/** `exchangeLists.use(search)`: the first 500 that match. */
export const exchangeLists = createKeyedMirror<
  { readonly total: number; readonly rows: readonly ExchangeRow[] },
  'exchange.changed'
>((search) => client['exchange.list']({ search, count: 500 }), [{ feed: 'exchange.changed' }])

/** `openExchanges.use(id)`. */
export const openExchanges = createKeyedMirror<ExchangeView, 'exchange.changed'>(
  (exchange) => client['exchange.show']({ exchange }),
  [{ feed: 'exchange.changed' }],
)

/** `intakes.use(exchange)`: what came in, what it says, what Signet proposes. */
export const intakes = createKeyedMirror<Intake, 'exchange.changed'>(
  (exchange) => client['intake.show']({ exchange }),
  [{ feed: 'exchange.changed' }],
)

export const partnerNumbers = createMirror<readonly PartnerNumbers[]>(
  () => client['exchange.partners']({}),
  ['exchange.changed'],
)

/** Keeps a message sealed in the tray and opens it; the answer is in `intakes` under its exchange id. */
export async function openMessage(
  file: Input<'intake.open'>['file'],
  signature?: Input<'intake.open'>['file'],
): Promise<Answer<Intake>> {
  const answer = await client['intake.open']({ file, ...(signature === undefined ? {} : { signature }) })
  if (answer.ok) intakes.take(answer.value.exchange.id, answer.value)
  return answer
}

async function taking(asking: Promise<Answer<ExchangeView>>): Promise<Answer<ExchangeView>> {
  const answer = await asking
  if (answer.ok) openExchanges.take(answer.value.id, answer.value)
  return answer
}

/** Opens and checks the kept original once more, with the keys of now. */
export const openAgain = (exchange: string): Promise<Answer<ExchangeView>> =>
  taking(client['exchange.again']({ exchange }))

export const addSignature = (wish: Input<'exchange.signature'>): Promise<Answer<ExchangeView>> =>
  taking(client['exchange.signature'](wish))

export const markSent = (exchange: string): Promise<Answer<ExchangeView>> =>
  taking(client['exchange.sent']({ exchange }))

export const lookAt = (exchange: string, name: string): Promise<Answer<AttachmentLook>> =>
  client['exchange.look']({ exchange, name })

export const saveAttachment = (wish: Input<'exchange.save'>): Promise<Answer<Output<'exchange.save'>>> =>
  client['exchange.save'](wish)
