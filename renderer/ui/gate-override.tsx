/** The way past a stop: quiet, at the bottom, with a reason and the personal code, both of which stay in the journal. */
import { useState } from 'react'
import { isLiftable, type Verdict } from '../../shared/domain/disclosure/verdict.ts'
import { AskDialog } from './ask-dialog.tsx'
import { ActionButton } from './button.tsx'
import { TextArea, TextField } from './field.tsx'
import { t } from './t.ts'

export interface Override {
  readonly reason: string
  readonly code: string
}

interface Props {
  readonly verdict: Verdict
  /** What is done with it: "Encrypt and save .eml". */
  readonly go: string
  readonly onOverride: (override: Override) => Promise<void>
}

/** Nothing where nothing stops it. */
export function GateOverride({ verdict, go, onOverride }: Props) {
  const [open, setOpen] = useState(false)
  if (verdict.verdict !== 'stop') return null
  const liftable = isLiftable(verdict)
  return (
    <div className="gate-override">
      <p className="dim grow">{liftable ? t('uigate.override-needs') : t('uigate.override-never')}</p>
      <ActionButton
        keys="Alt+W"
        look="quiet"
        label={t('uigate.override')}
        disabled={!liftable}
        onAct={() => setOpen(true)}
      />
      {open ? <OverrideDialog go={go} onOverride={onOverride} onClose={() => setOpen(false)} /> : null}
    </div>
  )
}

function OverrideDialog({ go, onOverride, onClose }: Omit<Props, 'verdict'> & { readonly onClose: () => void }) {
  const [reason, setReason] = useState('')
  const [code, setCode] = useState('')
  return (
    <AskDialog
      title={t('uigate.override-title')}
      sentence={t('uigate.override-sentence')}
      go={go}
      look="danger"
      ready={reason.trim() !== '' && code.trim() !== ''}
      onGo={async () => {
        onClose()
        await onOverride({ reason: reason.trim(), code: code.trim() })
      }}
      onClose={onClose}
    >
      <TextArea label={t('uigate.override-reason')} rows={3} value={reason} onChange={setReason} />
      <TextField label={t('uigate.override-code')} value={code} onChange={setCode} mono />
    </AskDialog>
  )
}
