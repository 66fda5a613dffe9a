/** report read and report set-aside. */
import { saying } from '../../../shared/words/say.ts'
import { taken, type Answer, type Call } from '../command.ts'
import { Refused } from '../refusal.ts'
import { outline } from '../output.ts'
import { readText } from '../read-text.ts'
import { reportShape } from '../shapes/report-shape.ts'
import { needed } from '../values.ts'
import { eachFile } from './each-file.ts'

/** Needs no vault, so it opens nothing that is encrypted. */
export async function read(call: Call): Promise<Answer> {
  const [{ openMessage }, { readInput }, { readReportApart }, { reportSource }] = await Promise.all([
    import('../../core/pgp/open-message.ts'),
    import('../../core/files/input.ts'),
    import('../../core/workers/read-job.ts'),
    import('../../core/intake/report-source.ts'),
  ])
  return eachFile(call, call.args.words, async (file) => {
    const { name, bytes } = taken(readInput(call.files, await call.files.input(file)))
    const message = taken(await openMessage({ bytes, fileName: name, secretKeys: [], publicKeys: [], now: call.now }))
    const json = reportShape(taken(await readReportApart(reportSource(message, bytes))), call.language)
    return { json, text: outline(json) }
  })
}

/** Kept and sealed whatever it is: what could not be opened may be set aside as well. */
export async function setAside(call: Call): Promise<Answer> {
  const reason = (await readText(call, needed(call.args, 'reason'))).trim()
  if (reason === '') throw new Refused(saying('reason-needed'))
  const file = await call.files.input(call.args.words[0] ?? '')
  const { ask } = await call.vault()
  const { exchange } = await ask('intake.open', { file })
  const row = await ask('intake.setAside', { exchange: exchange.id, reason })
  return { json: { schema: 'signet.set-aside/1', ...row, reason }, text: `${row.id}  ${row.subject}` }
}
