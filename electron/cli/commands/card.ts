/** card read, import, list, show. */
import type { Answer, Call } from '../command.ts'
import { outline, table } from '../output.ts'
import { cardShape, storedCardShape } from '../shapes/card-shape.ts'
import { eachFile } from './each-file.ts'

export const read = (call: Call): Promise<Answer> =>
  eachFile(call, call.args.words, async (file) => {
    const ask = await call.ask('')
    const json = cardShape(await ask('card.read', { file: await call.files.input(file) }), call.language)
    return { json, text: outline(json) }
  })

export async function importCards(call: Call): Promise<Answer> {
  const { ask } = await call.vault()
  return eachFile(call, call.args.words, async (file) => {
    const json = storedCardShape(await ask('card.import', { file: await call.files.input(file) }), call.language)
    return { json, text: outline({ id: json.id, names: json.names, findings: json.findings.map(({ text }) => text) }) }
  })
}

export async function list(call: Call): Promise<Answer> {
  const { ask } = await call.vault()
  const cards = await ask('card.list', {})
  const rows = cards.map(({ id, name, country, incidentAddress, availability, own }) => [
    id,
    name,
    country,
    incidentAddress,
    availability,
    own ? '*' : '',
  ])
  return { json: { schema: 'signet.cards/1', cards }, text: table(rows) }
}

export async function show(call: Call): Promise<Answer> {
  const { ask } = await call.vault()
  const json = storedCardShape(await ask('card.show', { id: call.args.words[0] ?? '' }), call.language)
  return { json, text: outline(json) }
}
