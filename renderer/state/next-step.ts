/** The acts that a message's next steps lead to: each one call or one page, the same wherever the message is shown. */
import type { NextStep } from '../../shared/domain/exchange/next-step.ts'
import type { ExchangeView } from '../../shared/ipc/views.ts'
import { say, saying, type Saying } from '../../shared/words/say.ts'
import { formOf, newDraft, saveDraft } from './drafts.ts'
import { intakes, openAgain } from './exchanges.ts'
import { unlockKey } from './keyring.ts'
import { go } from './route.ts'
import { showDone, told } from './toasts.ts'

/** Begins an answer: in the message's case, to the card of who signed it, with a sentence in it where there is one. */
export async function answerWith({ id, cases, message }: ExchangeView, words: string | null): Promise<void> {
  const to = message?.signerCard ?? null
  const view = told(await newDraft({ case: cases[0] ?? null, to: to === null ? [] : [to.id], inReplyTo: id }))
  if (view === null) return
  if (words !== null) {
    const form = formOf(view)
    const text = form.text.trim() === '' ? `${words}\n` : `${words}\n\n${form.text}`
    told(await saveDraft(view.draft.id, { ...form, text }))
  }
  go({ page: 'composer', params: { draft: view.draft.id } })
}

/** Unlocking is not among them: it asks in place. */
export function actOn(exchange: ExchangeView, step: NextStep): void {
  const { id } = exchange
  switch (step.kind) {
    case 'verify-key':
      return go({ page: 'keyring', params: { ask: 'verify', fingerprint: step.fingerprint } })
    case 'import-own-key':
      return go({ page: 'keyring', params: { ask: 'import', exchange: id, wanted: step.keyIds.join(', ') } })
    case 'import-key':
      return go({ page: 'keyring', params: { ask: 'import', exchange: id, wanted: step.keyId } })
    case 'look-at-keys':
      return go({ page: 'keyring', params: { ask: 'import', exchange: id } })
    case 'ask-sender':
      return void answerWith(exchange, say('en', step.say))
    case 'unlock-key':
    case 'none-needed':
      return undefined
  }
}

/** With the key open, the message is read again at once; answers why it is still closed, null where it is open. */
export async function unlockAndOpen(
  exchange: string,
  unlock: { readonly fingerprint: string; readonly passphrase: string; readonly keep: 'session' | 'vault' },
): Promise<Saying | null> {
  const unlocked = await unlockKey(unlock)
  if (!unlocked.ok) return unlocked.problem
  const opened = await openAgain(exchange)
  if (!opened.ok) return opened.problem
  await intakes.refresh(exchange)
  if (opened.value.problem === null) showDone(saying('next.opened'))
  return opened.value.problem
}
