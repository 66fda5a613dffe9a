/** What could be hidden in a text that is about to leave, as core finds it in the text, the case and the cards. */
import type { RedactionPreview } from '../../shared/ipc/case-views.ts'
import { client, type Answer } from '../bridge/client.ts'
import { createKeyedMirror } from './mirror.ts'

interface Asking {
  readonly number: string | null
  readonly text: string
}

const redactions = createKeyedMirror<RedactionPreview, never>(
  (key): Promise<Answer<RedactionPreview>> => client['redaction.preview']({ hide: [], ...(JSON.parse(key) as Asking) }),
  [],
)

/** null asks nothing; empty until it is answered. */
export function useOffered(asking: Asking | null): RedactionPreview['offered'] {
  const key = asking === null ? null : JSON.stringify({ number: asking.number, text: asking.text })
  return redactions.use(key).value?.offered ?? []
}
