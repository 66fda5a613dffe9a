/** What is written to a line: the giver's note, the taker's answer, and lines of one's own. */
import { useState } from 'react'
import type { OwnLine } from '../../../shared/ipc/handover-views.ts'
import { readLine, writeHandover } from '../../state/handover.ts'
import { told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { ActionButton } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { removeOwn } from './handover-acts.ts'
import { numberOf, titleOf, type TickedLine } from './lines.ts'

/** As long as a call takes. */
const most = 1_000

interface Props {
  readonly line: TickedLine
  /** Of the taker. */
  readonly answer: boolean
  readonly onClose: () => void
}

export function NoteDialog({ line, answer, onClose }: Props) {
  const [text, setText] = useState(answer ? line.line.answer : noteOf(line))
  const number = numberOf(line)
  const said = text.trim().slice(0, most)
  const save = async (): Promise<void> => {
    const { id } = line.line
    const saved = answer
      ? await readLine({ line: id, read: true, answer: said })
      : await writeHandover({ line: { id, note: said } })
    if (told(saved) !== null) onClose()
  }
  return (
    <AskDialog
      title={t(answer ? 'handover.answer-title' : 'handover.note-title')}
      sentence={number === null ? titleOf(line) : `${number} · ${titleOf(line)}`}
      go={t('handover.note-save')}
      ready
      onGo={save}
      onClose={onClose}
    >
      {answer && noteOf(line) !== '' ? <p className="quote">{noteOf(line)}</p> : null}
      <TextArea
        label={t(answer ? 'handover.answer-label' : 'handover.note')}
        hint={t(answer ? 'handover.answer-why' : 'handover.note-why')}
        rows={3}
        value={text}
        onChange={(value) => setText(value.slice(0, most))}
        autoFocus
      />
    </AskDialog>
  )
}

const noteOf = (line: TickedLine): string => (line.list === 'own' ? '' : line.line.note)

/** `line` null: a new one. Changing one is taking it out and adding it again, in one call. */
export function OwnLineDialog({ line, onClose }: { readonly line: OwnLine | null; readonly onClose: () => void }) {
  const [text, setText] = useState(line?.text ?? '')
  const save = async (): Promise<void> => {
    const change = { add: text.trim(), ...(line === null ? {} : { remove: line.id }) }
    if (told(await writeHandover(change)) !== null) onClose()
  }
  return (
    <AskDialog
      title={t(line === null ? 'handover.add-title' : 'handover.edit-title')}
      sentence={t('handover.add-why')}
      go={t('handover.note-save')}
      ready={text.trim() !== ''}
      onGo={save}
      onClose={onClose}
    >
      <TextArea
        label={t('handover.add-label')}
        rows={3}
        value={text}
        onChange={(value) => setText(value.slice(0, most))}
        autoFocus
      />
      {line === null ? null : (
        <div>
          <ActionButton
            keys="Alt+D"
            label={t('handover.remove')}
            onAct={() => {
              onClose()
              void removeOwn({ list: 'own', key: line.id, line })
            }}
          />
        </div>
      )}
    </AskDialog>
  )
}
