/** card export: a card for other programs and teams; our own RFC 2350 document comes signed. */
import type { Answer, Call } from '../command.ts'
import { needed, oneOf } from '../values.ts'

export async function exportCard(call: Call): Promise<Answer> {
  const { args } = call
  const format = oneOf(needed(args, 'format'), ['vcard', 'json', 'rfc2350'], '--format')
  const members = oneOf(args.one('members') ?? 'code', ['code', 'name', 'none'], '--members')
  const out = args.one('out')
  const target = out === null || out === '-' ? null : call.files.target(out)
  const { ask } = await call.vault()
  const { text, file, sha256, signedBy } = await ask('card.export', {
    card: args.words[0] ?? '',
    format,
    members,
    ...(target === null ? {} : { to: { grant: target.grant } }),
  })
  const json = { schema: 'signet.card-export/1', format, file, sha256, signedBy, ...(file === null ? { text } : {}) }
  return file === null ? { json, text: '', data: text } : { json, text: file }
}
