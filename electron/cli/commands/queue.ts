/** queue: the order of work, each row with its reason. */
import type { Saying } from '../../../shared/words/say.ts'
import { saidJson, type Answer, type Call } from '../command.ts'
import { table } from '../output.ts'
import { readLine } from '../read-text.ts'
import { queueShape } from '../shapes/case-shape.ts'
import { oneOf, wholeNumber } from '../values.ts'
import { inPages } from './pages.ts'

export async function queue(call: Call): Promise<Answer> {
  const { args } = call
  const order = oneOf(args.one('order') ?? 'policy', ['policy', 'due'], '--order')
  const limit = wholeNumber(args.one('limit') ?? '100', '--limit', 1, 1_000_000)
  const filter = args.one('filter') === null ? '' : await readLine(call, args.one('filter') ?? '')
  const { ask } = await call.vault()
  let unread: readonly Saying[] = []
  const { total, rows } = await inPages(limit, async (from, count) => {
    const window = await ask('queue.window', { order, filter, from, count })
    unread = window.hints
    return window
  })
  const json = queueShape(total, rows, call.language)
  const hints = unread.map((hint) => saidJson(call.language, hint))
  const lines = table(json.rows.map(({ band, number, due, title, reason }) => [band, number, due, title, reason.text]))
  return {
    json: { ...json, hints },
    text: [lines, ...hints.map(({ text }) => text)].filter((one) => one !== '').join('\n'),
  }
}
