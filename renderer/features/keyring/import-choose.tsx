/** The first step of an import: a key block pasted, a file chosen or dropped; nothing is stored by looking. */
import { useRef, useState } from 'react'
import type { Saying } from '../../../shared/words/say.ts'
import type { KeyFile } from '../../state/offered-keys.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { pastedFile } from './import-dialog.tsx'

interface Props {
  readonly wanted: string | null
  readonly problem: Saying | null
  readonly onLook: (file: KeyFile) => Promise<void>
  readonly onClose: () => void
}

export function ImportChoose({ wanted, problem, onLook, onClose }: Props) {
  const [text, setText] = useState('')
  const [busy, setBusy] = useState(false)
  const picker = useRef<HTMLInputElement>(null)
  const look = (reading: Promise<KeyFile>): void => {
    setBusy(true)
    void reading.then(onLook).finally(() => setBusy(false))
  }
  const take = (files: FileList | null): void => {
    const file = files?.[0]
    if (file !== undefined) look(bytesOf(file))
  }
  const isEmpty = text.trim() === ''
  return (
    <Dialog
      title={t('import.title')}
      sentence={t('import.why')}
      wide
      onClose={onClose}
      foot={
        <>
          <span className="grow dim">{busy ? t('import.reading') : ''}</span>
          <Button kbd="Esc" onPress={onClose}>
            {t('ui.cancel')}
          </Button>
          <ActionButton
            keys="Alt+O"
            label={t('import.choose')}
            look={isEmpty ? 'filled' : 'outline'}
            disabled={busy}
            onAct={() => picker.current?.click()}
          />
          {isEmpty ? null : (
            <ActionButton
              keys="Ctrl+Enter"
              look="filled"
              label={t('import.look')}
              disabled={busy}
              onAct={() => look(Promise.resolve(pastedFile(text)))}
            />
          )}
        </>
      }
    >
      {wanted === null ? null : <Note tone="condition">{t('import.wanted', { id: wanted })}</Note>}
      <div
        className="stack"
        onDrop={(event) => {
          event.preventDefault()
          take(event.dataTransfer.files)
        }}
      >
        <TextArea
          label={t('import.paste')}
          aside={t('import.or-drop')}
          value={text}
          rows={12}
          onChange={setText}
          mono
          autoFocus
        />
      </div>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t('import.choose')}
        onChange={({ target }) => {
          take(target.files)
          target.value = ''
        }}
      />
      {problem === null ? null : <ProblemNote problem={problem} />}
    </Dialog>
  )
}

const bytesOf = async (file: File): Promise<KeyFile> => ({
  name: file.name,
  bytes: new Uint8Array(await file.arrayBuffer()),
})
