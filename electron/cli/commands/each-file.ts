/** One FILE gives its document, several an array in the same order; a file that is refused does not stop the others. */
import { say, saying } from '../../../shared/words/say.ts'
import { saidJson, type Answer, type Call } from '../command.ts'
import { Refused } from '../refusal.ts'

export async function eachFile(
  call: Call,
  files: readonly string[],
  work: (file: string) => Promise<Answer>,
): Promise<Answer> {
  const [only, ...more] = files
  if (only !== undefined && more.length === 0) return work(only)
  const answers: Answer[] = []
  for (const file of files) answers.push(await work(file).catch((error: unknown) => refusal(call, file, error)))
  const refused = answers.flatMap((answer) => answer.refused ?? [])
  return {
    json: answers.map(({ json, refused: why }) =>
      why === undefined ? json : { ...json, problem: saidJson(call.language, why) },
    ),
    text: answers.map(({ text }) => text).join('\n\n'),
    refused: refused.length === 0 ? undefined : saying('cli.some-refused', { count: refused.length, of: files.length }),
  }
}

function refusal({ language }: Call, file: string, error: unknown): Answer {
  if (!(error instanceof Refused)) throw error
  return { json: { file }, text: `${file}: ${say(language, error.problem)}`, refused: error.problem }
}
