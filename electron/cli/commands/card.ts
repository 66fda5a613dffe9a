/** card read, import, list, show. */
import type { Input } from '../../../shared/ipc/contract.ts'
import type { Answer, Call } from '../command.ts'
import { outline, table } from '../output.ts'
import { readCardShape, storedCardShape } from '../shapes/card-shape.ts'
import { fingerprintOf } from '../values.ts'
import { eachFile } from './each-file.ts'

export const read = (call: Call): Promise<Answer> =>
  eachFile(call, call.args.words, async (file) => {
    const ask = await call.ask('')
    const json = readCardShape(await ask('card.read', await withSignature(call, file)), call.language)
    return { json, text: outline(json) }
  })

export async function importCards(call: Call): Promise<Answer> {
  const confirmKeys = call.args.many('confirm').map(fingerprintOf)
  const { ask } = await call.vault()
  return eachFile(call, call.args.words, async (file) => {
    const input = { ...(await withSignature(call, file)), confirmKeys }
    const json = storedCardShape(await ask('card.import', input), call.language)
    return { json, text: outline({ id: json.id, names: json.names, findings: json.findings.map(({ text }) => text) }) }
  })
}

/** A signature that lies beside the file, as `gpg --verify FILE.asc` finds the file. */
async function withSignature({ files }: Call, file: string): Promise<Pick<Input<'card.read'>, 'file' | 'beside'>> {
  const beside = await files.beside(file)
  return { file: await files.input(file), ...(beside === null ? {} : { beside }) }
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
