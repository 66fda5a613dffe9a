/** Takes in sources of cards, chosen or pasted: one is shown before it is saved, of several only those that need a decision. */
import { useState } from 'react'
import { pick } from '../../state/desk.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { showSources, type SourceFile } from './take-sources.ts'

export function ImportDialog({ onClose }: { readonly onClose: () => void }) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const run = async (files: readonly SourceFile[]): Promise<void> => {
    setBusy(true)
    const done = files.length > 0 && (await showSources(files))
    setBusy(false)
    if (done) onClose()
  }
  const pasted = (): void => void run([{ name: t('contacts.import-name'), bytes: new TextEncoder().encode(text) }])
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
            look={text.trim() === '' ? 'filled' : 'outline'}
            disabled={busy}
            onAct={() => void pick('open', 'card').then((answer) => run(told(answer) ?? []))}
          />
          {text.trim() === '' ? null : (
            <ActionButton
              keys="Ctrl+Enter"
              inText
              look="filled"
              label={t('contacts.import-go')}
              disabled={busy}
              onAct={pasted}
            />
          )}
        </>
      }
    >
      <TextArea label={t('contacts.import-paste')} rows={12} mono value={text} onChange={setText} autoFocus />
    </Dialog>
  )
}
