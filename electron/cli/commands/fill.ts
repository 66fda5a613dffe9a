/** fill: synthetic cases in an empty trial vault. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { word } from '../../../shared/words/say.ts'
import { taken, type Answer, type Call } from '../command.ts'
import { needed, wholeNumber } from '../values.ts'

export async function fill(call: Call): Promise<Answer> {
  const { args, io, language } = call
  const cases = wholeNumber(needed(args, 'cases'), '--cases', 1, 1_000_000)
  const entries = wholeNumber(needed(args, 'entries'), '--entries', cases, 50_000_000)
  const seed = wholeNumber(args.one('seed') ?? '1', '--seed', 0, 4_294_967_295)
  const { session } = await call.vault()
  const { fillVault } = await import('../../core/cases/fill.ts')
  const progress = async (done: number): Promise<void> => {
    if (io.isWatched) io.err(`\r${word(language, 'cli.filling', { done, of: cases })}${done === cases ? '\n' : ''}`)
    // Between transactions Ctrl-C is heard.
    await nextTurn()
  }
  const made = taken(await fillVault(session, { cases, entries, seed, progress }))
  return { json: { schema: 'signet.filled/1', ...made, seed }, text: word(language, 'cli.filled', made) }
}
