/** What goes with the message: files of a person's choosing, the observables as a file, our public key. */
import { FileText, Paperclip, X } from 'lucide-react'
import type { ReactNode } from 'react'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { pick } from '../../state/desk.ts'
import { attachFile, detachFile, type DraftForm } from '../../state/drafts.ts'
import { showDone, told } from '../../state/toasts.ts'
import { Button, ActionButton } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { formatBytes } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import type { SavedForm } from '../../ui/use-saved-form.ts'
import { observablesFile } from './named-by.ts'
import { useTakenFiles, type TakenFile } from './use-taken-files.ts'

interface Props {
  readonly view: DraftView
  readonly typing: SavedForm<DraftForm>
}

export function AttachBar({ view: { draft }, typing: { form, edit } }: Props) {
  const { id, files } = draft
  const over = useTakenFiles((taken) => void attachAll(id, taken))
  const ask = async (): Promise<void> => {
    const [file] = told(await pick('open', 'attachment')) ?? []
    if (file !== undefined) told(await attachFile(id, file))
  }
  const nothing = files.length === 0 && form.observables !== 'csv'
  return (
    <footer className="attach-bar" aria-label={t('compose.attached')}>
      {over ? <DropHere signed={form.protection === 'signed'} /> : null}
      <ul className="attach-files">
        {nothing ? <li className="dim cut">{t('compose.attach-none')}</li> : null}
        {files.map(({ blob, name, size }) => (
          <Attached key={blob} icon={<FileText aria-hidden />} name={name} detail={formatBytes(size)}>
            <Button
              look="quiet"
              size="icon"
              label={t('compose.detach', { name })}
              onPress={() => void detachFile(id, blob).then(told)}
            >
              <X aria-hidden />
            </Button>
          </Attached>
        ))}
        {form.observables === 'csv' ? (
          <Attached icon={<Paperclip aria-hidden />} name={observablesFile(draft)} />
        ) : null}
      </ul>
      <Checkbox checked={form.attachOwnKey} onChange={(attachOwnKey) => edit({ attachOwnKey })}>
        {t('compose.own-key')}
      </Checkbox>
      <ActionButton keys="Alt+A" hint label={t('compose.attach')} onAct={() => void ask()} />
    </footer>
  )
}

async function attachAll(id: string, taken: readonly TakenFile[]): Promise<void> {
  for (const file of taken) {
    if (told(await attachFile(id, file)) !== null) showDone(saying('compose.attached-done', { name: file.name }))
  }
}

interface AttachedProps {
  readonly icon: ReactNode
  readonly name: string
  readonly detail?: string
  readonly children?: ReactNode
}

const Attached = ({ icon, name, detail, children }: AttachedProps) => (
  <li className="attached">
    {icon}
    <span className="cut" title={name}>
      {name}
    </span>
    {detail === undefined ? null : <span className="dim">{detail}</span>}
    {children}
  </li>
)

const DropHere = ({ signed }: { readonly signed: boolean }) => (
  <div className="drop-over">
    <p className="empty-title">{t('compose.drop-here')}</p>
    <p className="dim">{signed ? t('compose.drop-why-signed') : t('compose.drop-why')}</p>
  </div>
)
