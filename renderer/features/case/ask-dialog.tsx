/** The frame of every question that a case asks: fields, one filled button on Ctrl Enter, Escape leaves all as it was. */
import { useState, type ReactNode } from 'react'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly title: string
  readonly sentence?: string
  /** The words of the filled button. */
  readonly go: string
  readonly ready: boolean
  readonly onGo: () => Promise<void>
  readonly onClose: () => void
  readonly wide?: boolean
  readonly children: ReactNode
}

export function AskDialog({ title, sentence, go, ready, onGo, onClose, wide = false, children }: Props) {
  const [busy, setBusy] = useState(false)
  const run = (): void => {
    setBusy(true)
    void onGo().finally(() => setBusy(false))
  }
  /** Radio buttons keep Enter to themselves, so Ctrl Enter is taken before they see it. */
  const onEnter = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    event.stopPropagation()
    if (ready && !busy) run()
  }
  return (
    <Dialog
      title={title}
      wide={wide}
      onClose={onClose}
      {...(sentence === undefined ? {} : { sentence })}
      foot={
        <>
          <Button onPress={onClose} kbd="Esc">
            {t('page.cancel')}
          </Button>
          <ActionButton keys="Ctrl+Enter" look="filled" label={go} disabled={!ready || busy} onAct={run} />
        </>
      }
    >
      <div className="stack" onKeyDownCapture={onEnter}>
        {children}
      </div>
    </Dialog>
  )
}
