/** The stack of short news at the bottom right; announced politely, never in the way of the focus. */
import { Check, CircleAlert, X } from 'lucide-react'
import type { Saying } from '../../shared/words/say.ts'
import { Button } from './button.tsx'
import { sentence, t } from './t.ts'

export interface ToastItem {
  readonly id: number
  readonly text: Saying
  readonly tone: 'done' | 'problem'
  readonly undo: (() => void) | null
}

export function Toasts({
  toasts,
  onDismiss,
}: {
  readonly toasts: readonly ToastItem[]
  readonly onDismiss: (id: number) => void
}) {
  return (
    <div className="toasts" role="status">
      {toasts.map((toast) => (
        <ToastView key={toast.id} toast={toast} onDismiss={() => onDismiss(toast.id)} />
      ))}
    </div>
  )
}

function ToastView({ toast, onDismiss }: { readonly toast: ToastItem; readonly onDismiss: () => void }) {
  const { text, tone, undo } = toast
  const takeBack = (): void => {
    onDismiss()
    undo?.()
  }
  return (
    <div className={tone === 'problem' ? 'toast toast-stop' : 'toast'}>
      {tone === 'problem' ? <CircleAlert aria-hidden /> : <Check aria-hidden />}
      <p className="grow">{sentence(text)}</p>
      {tone === 'problem' ? <code className="note-code">{text.code}</code> : null}
      {undo === null ? null : (
        <Button onPress={takeBack} kbd="Ctrl+Z">
          {t('ui.undo')}
        </Button>
      )}
      <Button look="quiet" size="icon" label={t('ui.dismiss')} onPress={onDismiss}>
        <X aria-hidden />
      </Button>
    </div>
  )
}
