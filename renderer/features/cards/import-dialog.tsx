/** Takes in contact documents, from files or pasted, and goes to the card that was read. */
import { useState } from 'react'
import type { Input } from '../../../shared/ipc/contract.ts'
import { saying } from '../../../shared/words/say.ts'
import { client } from '../../bridge/client.ts'
import { openCards } from '../../state/cards.ts'
import { pick } from '../../state/desk.ts'
import { go } from '../../state/route.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

type File = Input<'card.import'>['file']

export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const run = (files: () => Promise<readonly File[]>): void => {
    setBusy(true)
    void files()
      .then(importAll)
      .then((done) => (done ? onClose() : undefined))
      .finally(() => setBusy(false))
  }
  const pasted = async (): Promise<readonly File[]> => [
    { name: t('contacts.import-name'), bytes: new TextEncoder().encode(text) },
  ]
  return (
    <Dialog
      title={t('contacts.import-title')}
      sentence={t('contacts.import-why')}
      onClose={onClose}
      wide
      foot={
        <>
          <Button onPress={onClose} kbd="Esc">
            {t('page.cancel')}
          </Button>
          <ActionButton
            keys="Alt+O"
            label={t('contacts.import-files')}
            look={text === '' ? 'filled' : 'outline'}
            disabled={busy}
            onAct={() => run(async () => told(await pick('open', 'card')) ?? [])}
          />
          {text.trim() === '' ? null : (
            <ActionButton
              keys="Ctrl+Enter"
              look="filled"
              label={t('contacts.import-go')}
              disabled={busy}
              onAct={() => run(pasted)}
            />
          )}
        </>
      }
    >
      <TextArea label={t('contacts.import-paste')} rows={12} mono value={text} onChange={setText} autoFocus />
    </Dialog>
  )
}

/** True when at least one was taken in; those refused say why. */
async function importAll(files: readonly File[]): Promise<boolean> {
  const ids: string[] = []
  for (const file of files) {
    const card = told(await client['card.import']({ file }))
    if (card === null) continue
    openCards.take(card.id, card)
    ids.push(card.id)
    showDone(saying('contacts.imported', { name: card.reading.names.short ?? file.name }))
  }
  const [only] = ids
  if (only !== undefined && ids.length === 1) go({ page: 'card', params: { id: only } })
  return ids.length > 0
}
