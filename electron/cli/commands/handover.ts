/** handover give, take: cases to another desk of the team and back, by the file that desks exchange. */
import { saying, word } from '../../../shared/words/say.ts'
import { busy, type Answer, type Call } from '../command.ts'
import { Usage } from '../refusal.ts'
import { outline, table } from '../output.ts'
import { fingerprintOf, needed } from '../values.ts'
import { unlockGiven } from './unlock-given.ts'

/** To a colleague it is a handover, given and not taken until their receipt comes; to another copy of our own a field copy. */
export async function give(call: Call): Promise<Answer> {
  const { args, files } = call
  const to = fingerprintOf(needed(args, 'to'))
  const target = files.target(needed(args, 'out'))
  if (args.has('case') && args.many('case').length === 0)
    throw new Usage(saying('cli.option-needs-value', { option: '--case' }))
  const cases = args.has('case') ? args.many('case') : null
  const { session, ask } = await call.vault()
  await unlockGiven(call, session)
  busy(call)
  const made = await ask('handover.give', {
    to,
    cases: cases && [...cases],
    evidence: !args.has('no-evidence'),
    target,
  })
  const json = { schema: 'signet.capsule/1', ...made }
  return { json, text: outline(json) }
}

/** All of it as it is: what two copies set differently stays open on its case, and is listed. Duty is taken at the desk, line by line. */
export async function take(call: Call): Promise<Answer> {
  const file = await call.files.input(call.args.words[0] ?? '')
  const { session, ask } = await call.vault()
  await unlockGiven(call, session)
  busy(call)
  const { id, from } = await ask('capsule.open', { file })
  const { kind, cases } = await ask('capsule.take', { id, decisions: [] })
  const json = { schema: 'signet.taken/1', kind, from, cases }
  const rows = cases.map(({ number, added, conflicts }) => [
    number,
    word(call.language, 'cli.taken-added', { count: added }),
    conflicts.map(({ field, ours, theirs }) => `${field}: ${ours} | ${theirs}`).join('; '),
  ])
  return { json, text: cases.length === 0 ? word(call.language, 'cli.taken-nothing') : table(rows) }
}
