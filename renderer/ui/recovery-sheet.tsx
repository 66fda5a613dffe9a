/** The recovery sheet: the same on the screen, where it is masked until asked for, and whole on paper, which nothing else is printed on. */
import { Eye, EyeOff, Printer } from 'lucide-react'
import { createPortal } from 'react-dom'
import { ActionButton } from './button.tsx'
import { useNow } from './now.ts'
import './recovery-sheet.css'
import { t } from './t.ts'
import { formatTime } from './time-format.ts'

interface Sheet {
  /** null: not made yet. */
  readonly recoveryKey: string | null
  /** Of the analyst whose vault it opens. */
  readonly code: string
}

interface Props extends Sheet {
  readonly shown: boolean
  readonly onShow: (shown: boolean) => void
}

export function RecoverySheet({ recoveryKey, code, shown, onShow }: Props) {
  const sheet = { recoveryKey, code }
  return (
    <>
      <Paper {...sheet} masked={!shown} />
      {recoveryKey === null ? null : (
        <div className="row sheet-actions">
          <ActionButton
            keys="Ctrl+P"
            icon={<Printer aria-hidden />}
            label={t('sheet.print')}
            onAct={() => window.print()}
          />
          <ActionButton
            keys="Alt+S"
            icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
            label={shown ? t('sheet.hide') : t('sheet.show')}
            look="quiet"
            onAct={() => onShow(!shown)}
          />
          {createPortal(
            <div className="print-only">
              <Paper {...sheet} masked={false} />
            </div>,
            document.body,
          )}
        </div>
      )}
    </>
  )
}

export const groupsOnSheet = 8

function Paper({ recoveryKey, code, masked }: Sheet & { readonly masked: boolean }) {
  const now = useNow()
  const groups = recoveryKey?.split('-') ?? Array.from({ length: groupsOnSheet }, () => '')
  return (
    <div className="sheet">
      <strong>{t('sheet.head')}</strong>
      <span>{t('sheet.of', { code, day: formatTime(new Date(now).toISOString(), 'day') })}</span>
      <hr />
      <span>{t('sheet.groups', { n: groups.length })}</span>
      <ol className="sheet-groups">
        {groups.map((group, at) => (
          <li key={`${String(at)}${group}`}>
            <small>{at + 1}</small>
            <b className="mono">{masked || group === '' ? '•••••' : group}</b>
          </li>
        ))}
      </ol>
      <span>{t('sheet.keep')}</span>
      <hr />
      <span>{t('sheet.sealed')}</span>
    </div>
  )
}
