/** The frame of every question with fields: one button on Ctrl Enter that acts once, Escape leaves all as it was. */
import { useState, type ReactNode } from 'react'
import { ActionButton, Button, type ButtonProps } from './button.tsx'
import { Dialog } from './dialog.tsx'
import { t } from './t.ts'

interface Props {
  readonly title: string
  readonly sentence?: string
  /** The words of the button. */
  readonly go: string
  /** The words of the button that leaves all as it is. */
  readonly cancel?: string
  readonly look?: Extract<ButtonProps['look'], 'filled' | 'danger'>
  readonly ready: boolean
  readonly onGo: () => Promise<void>
  readonly onClose: () => void
  readonly wide?: boolean
  /** Words at the left of the bottom line. */
  readonly aside?: string
  readonly children: ReactNode
}

export function AskDialog(props: Props) {
  const { title, sentence, go, look = 'filled', ready, onGo, onClose, wide = false, aside, children } = props
  const { cancel = t('page.cancel') } = props
  const [busy, setBusy] = useState(false)
  const run = (): void => {
    setBusy(true)
    void onGo().finally(() => setBusy(false))
  }
  return (
    <Dialog
      title={title}
      wide={wide}
      onClose={onClose}
      {...(sentence === undefined ? {} : { sentence })}
      foot={
        <>
          {aside === undefined ? null : <span className="grow dim">{aside}</span>}
          <Button onPress={onClose} kbd="Esc">
            {cancel}
          </Button>
          <ActionButton keys="Ctrl+Enter" look={look} label={go} disabled={!ready || busy} onAct={run} />
        </>
      }
    >
      <div className="stack">{children}</div>
    </Dialog>
  )
}
