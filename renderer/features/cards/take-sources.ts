/** What happens with sources of cards that were chosen or pasted: shown, taken in, or sent on to where lists of teams belong. */
import type { CardPreview } from '../../../shared/ipc/card-views.ts'
import type { Input } from '../../../shared/ipc/contract.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { acceptCard, previewCard } from '../../state/card-import.ts'
import { go } from '../../state/route.ts'
import { showDone, showProblem, told } from '../../state/toasts.ts'

export type SourceFile = Input<'card.preview'>['file']

/** True where the dialog has done its part. */
export const showSources = (files: readonly SourceFile[]): Promise<boolean> => {
  const [only] = files
  return only !== undefined && files.length === 1 ? showSource(only, null) : takeSources(files)
}

/** One source goes to the page where a person looks at it; `against`: the card that it is to bring up to date. */
export async function showSource(file: SourceFile, against: string | null): Promise<boolean> {
  const answer = await previewCard(file, against)
  if (!answer.ok) return refused(answer.problem)
  go({ page: 'card-import', params: { token: answer.value.token } })
  return true
}

/**
 * Read first and then taken in, not in one call: the leave to read a chosen file is good once, and one that waits for a decision
 * must not be read a second time.
 */
async function takeSources(files: readonly SourceFile[]): Promise<boolean> {
  let done = false
  const waiting: CardPreview[] = []
  for (const file of files) {
    const answer = await previewCard(file, null)
    if (!answer.ok) done = refused(answer.problem) || done
    else if (needsDecision(answer.value)) waiting.push(answer.value)
    else done = (await takeIn(answer.value)) || done
  }
  for (const { token, source } of waiting) {
    showDone(saying('contacts.waits', { name: source.name }))
    go({ page: 'card-import', params: { token } })
  }
  return done || waiting.length > 0
}

const needsDecision = ({ keyChanged, against, alike }: CardPreview): boolean =>
  keyChanged || (against === null && alike.length > 0)

async function takeIn({ token, against, source }: CardPreview): Promise<boolean> {
  const wish = { token, into: against?.id ?? null, keep: [], confirmKeys: [], own: false }
  const card = told(await acceptCard(wish))
  if (card === null) return false
  showDone(saying('contacts.imported', { name: card.reading.names.short ?? source.name }))
  return true
}

/** A list of many teams belongs to the directory. */
function refused(problem: Saying): boolean {
  showProblem(problem)
  const isList = problem.code === 'source-is-directory' || problem.code.startsWith('directory-')
  if (isList) go({ page: 'directory', params: {} })
  return isList
}
