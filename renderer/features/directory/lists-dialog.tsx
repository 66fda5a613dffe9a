/** Takes in a list of teams: chosen, read, shown with what it would do, and only then imported. */
import { useState } from 'react'
import type { DirectoryPreview } from '../../../shared/ipc/card-views.ts'
import { importDirectory, mapDirectory, previewDirectory } from '../../state/directory.ts'
import { pick } from '../../state/desk.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Note } from '../../ui/note.tsx'
import { sentence, t } from '../../ui/t.ts'
import { ColumnTable } from './column-table.tsx'

const shownRefused = 20

export function ListsDialog({ onClose }: { readonly onClose: () => void }) {
  const [preview, setPreview] = useState<DirectoryPreview | null>(null)
  const [busy, setBusy] = useState(false)
  const choose = async (): Promise<void> => {
    const [file] = told(await pick('open', 'directory')) ?? []
    if (file === undefined) return
    setBusy(true)
    setPreview(told(await previewDirectory(file)))
    setBusy(false)
  }
  const start = async (token: string): Promise<void> => {
    setBusy(true)
    const job = told(await importDirectory(token))
    setBusy(false)
    if (job !== null) onClose()
  }
  const remap = async (column: string, field: string | null): Promise<void> => {
    if (preview === null) return
    const mapping = Object.fromEntries(preview.columns.map(({ name, field: now }) => [name, now]))
    setPreview(told(await mapDirectory(preview.token, { ...mapping, [column]: field })) ?? preview)
  }
  return (
    <Dialog
      title={t('directory.lists')}
      sentence={t('directory.lists-why')}
      onClose={onClose}
      wide
      foot={
        <>
          <Button onPress={onClose} kbd="Esc">
            {t('page.cancel')}
          </Button>
          <ActionButton
            keys="Alt+O"
            look={preview === null ? 'filled' : 'outline'}
            label={t('directory.lists-choose')}
            disabled={busy}
            onAct={() => void choose()}
          />
          {preview === null ? null : (
            <ActionButton
              keys="Ctrl+Enter"
              inText
              look="filled"
              label={t('directory.lists-go', { n: preview.entries })}
              disabled={busy || preview.entries === 0}
              onAct={() => void start(preview.token)}
            />
          )}
        </>
      }
    >
      {busy && preview === null ? <p className="dim">{t('page.loading')}</p> : null}
      {preview === null ? null : <Preview preview={preview} onMap={(column, field) => void remap(column, field)} />}
    </Dialog>
  )
}

function Preview({
  preview,
  onMap,
}: {
  readonly preview: DirectoryPreview
  readonly onMap: (column: string, field: string | null) => void
}) {
  const { kind, name, updated, entries, fresh, known, refused, sample, columns } = preview
  return (
    <>
      <p>
        <strong>{name}</strong>: {t(`source.${kind}`)},{' '}
        {t('directory.lists-counts', { entries, fresh, known, refused: refused.length })}{' '}
        {updated === null ? t('directory.lists-no-date') : t('directory.lists-dated', { date: updated.slice(0, 10) })}
      </p>
      <ul className="sample-list">
        {sample.map((team) => (
          <li key={team.name}>
            <strong>{team.name}</strong>{' '}
            <span className="dim">{[team.country, team.address].filter((part) => part !== null).join(', ')}</span>
          </li>
        ))}
      </ul>
      {columns.length === 0 ? null : <ColumnTable columns={columns} onMap={onMap} />}
      {refused.length === 0 ? null : (
        <Note tone="condition">
          <ul>
            {refused.slice(0, shownRefused).map(({ at, problem }) => (
              <li key={at}>{t('directory.line', { line: at, said: sentence(problem) })}</li>
            ))}
          </ul>
        </Note>
      )}
    </>
  )
}
