/** case report, case export: out through the gate, as a file. */
import { audiences, exportFormats, reportForms } from '../../../shared/ipc/case-calls.ts'
import type { Parsed } from '../../../shared/ipc/contract.ts'
import type { Answer, Call } from '../command.ts'
import { readText } from '../read-text.ts'
import { needed, oneOf } from '../values.ts'

type Form = Parsed<'case.report'>['form']

const endings: Readonly<Record<string, Form>> = {
  html: 'html',
  htm: 'html',
  pdf: 'pdf',
  md: 'markdown',
  markdown: 'markdown',
}

/** By the ending of the file where it is not said; HTML where that tells nothing. */
function formOf(given: string | null, file: string): Form {
  if (given !== null) return oneOf(given, reportForms, '--form')
  return endings[file.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'html'
}

/** What stands in the way of the gate: conditions are accepted by who runs the command, a stop is overridden with a reason. */
async function consentOf(
  call: Call,
): Promise<Pick<Parsed<'case.report'>, 'conditionsAccepted' | 'override' | 'redact'>> {
  const { args } = call
  const reason = args.one('override')
  const redact = [...args.many('redact')]
  if (reason === null) return { conditionsAccepted: args.has('accept'), override: null, redact }
  const { ask } = await call.vault()
  const { analyst } = await ask('me.show', {})
  return { conditionsAccepted: true, override: { reason: await readText(call, reason), code: analyst.code }, redact }
}

export async function report(call: Call): Promise<Answer> {
  const audience = oneOf(needed(call.args, 'audience'), audiences, '--audience')
  const file = needed(call.args, 'out')
  const form = formOf(call.args.one('form'), file)
  const { ask } = await call.vault()
  const consent = await consentOf(call)
  const { grant } = call.files.target(file)
  const written = await ask('case.report', {
    number: call.args.words[0] ?? '',
    audience,
    form,
    to: { grant },
    ...consent,
  })
  return { json: { schema: 'signet.file/1', ...written, form }, text: `${written.file}  ${written.sha256}` }
}

export async function exported(call: Call): Promise<Answer> {
  const format = oneOf(needed(call.args, 'format'), exportFormats, '--format')
  const recipient = call.args.one('to')
  const file = needed(call.args, 'out')
  const { ask } = await call.vault()
  const consent = await consentOf(call)
  const { grant } = call.files.target(file)
  const wish = { number: call.args.words[0] ?? '', format, recipient, to: { grant }, ...consent }
  const written = await ask('case.export', wish)
  return { json: { schema: 'signet.file/1', ...written, format }, text: `${written.file}  ${written.sha256}` }
}
