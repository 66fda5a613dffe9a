/** card read, import, list, show. */
import type { Input } from '../../../shared/ipc/contract.ts'
import { busy, saidJson, type Answer, type Call } from '../command.ts'
import { outline, table } from '../output.ts'
import { Refused } from '../refusal.ts'
import { readCardShape, storedCardShape } from '../shapes/card-shape.ts'
import { fingerprintOf } from '../values.ts'
import { eachFile } from './each-file.ts'

export const read = (call: Call): Promise<Answer> =>
  eachFile(call, call.args.words, async (file) => {
    const ask = await call.ask('')
    const json = readCardShape(await ask('card.read', await withSignature(call, file)), call.language)
    return { json, text: outline(json) }
  })

/** A list of teams is taken in whole; every other source is one card (or the cards of a vCard file). */
export async function importCards(call: Call): Promise<Answer> {
  const confirmKeys = call.args.many('confirm').map(fingerprintOf)
  const { ask } = await call.vault()
  return eachFile(call, call.args.words, async (file) => {
    try {
      const input = { ...(await withSignature(call, file)), confirmKeys }
      const json = storedCardShape(await ask('card.import', input), call.language)
      return {
        json,
        text: outline({ id: json.id, names: json.names, findings: json.findings.map(({ text }) => text) }),
      }
    } catch (error) {
      const isList = error instanceof Refused && error.problem.code === 'source-is-directory'
      if (!isList) throw error
      return importList(call, file)
    }
  })
}

async function importList(call: Call, file: string): Promise<{ readonly json: object; readonly text: string }> {
  const { session, ask } = await call.vault()
  busy(call)
  const { token, kind } = await ask('directory.preview', { file: await call.files.input(file) })
  const { id } = await ask('directory.import', { token })
  await session.jobs.settled()
  const job = (await ask('job.list', {})).find((one) => one.id === id)
  if (job === undefined) throw new Error('a job that was just run')
  if (job.problem !== null) throw new Refused(job.problem)
  const { added, updated, unchanged, refused } = job
  const json = {
    schema: 'signet.cards-imported/1',
    kind,
    added,
    updated,
    unchanged,
    refused: refused.map(({ at, problem }) => ({ at, problem: saidJson(call.language, problem) })),
  }
  return { json, text: outline(json) }
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
