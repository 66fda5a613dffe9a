/** Messages in and out: the tray of what is not in a case yet, searches through all, and those being looked at. */
import type { Input } from '../../shared/ipc/contract.ts'
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

/** Keeps a message sealed in the tray and opens it; the answer is in `intakes` under its exchange id. */
export async function openMessage(file: Input<'intake.open'>['file']): Promise<Answer<Intake>> {
  const answer = await client['intake.open']({ file })
  if (answer.ok) intakes.take(answer.value.exchange.id, answer.value)
  return answer
}
