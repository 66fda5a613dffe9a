/** A small set of notes with blanks to fill: chosen by number, put where the note is written, the first blank selected. */
import { Menu, MenuItem } from 'react-aria-components'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'
import { noteTemplates, type NoteTemplate } from './note-blanks.ts'

interface Props {
  readonly onChoose: (name: NoteTemplate) => void
  readonly onClose: () => void
}

export function TemplatesDialog({ onChoose, onClose }: Props) {
  return (
    <Dialog title={t('casework.note-templates')} sentence={t('casework.note-templates-why')} onClose={onClose}>
      <Templates onChoose={onChoose} />
    </Dialog>
  )
}

function Templates({ onChoose }: Pick<Props, 'onChoose'>) {
  useKeys(
    'here',
    noteTemplates.map((name, at) => ({
      keys: String(at + 1),
      label: t(`casework.note-template.${name}`),
      run: () => onChoose(name),
    })),
  )
  const choose = (key: string | number): void => {
    const name = noteTemplates.find((one) => one === key)
    if (name !== undefined) onChoose(name)
  }
  return (
    <Menu aria-label={t('casework.note-templates')} autoFocus="first" onAction={choose}>
      {noteTemplates.map((name, at) => (
        <MenuItem key={name} id={name} textValue={t(`casework.note-template.${name}`)} className="option">
          <span className="grow">{t(`casework.note-template.${name}`)}</span>
          <Kbd keys={String(at + 1)} />
        </MenuItem>
      ))}
    </Menu>
  )
}
