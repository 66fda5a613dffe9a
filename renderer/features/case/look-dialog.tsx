/** Evidence looked at without leaving the vault: verified first by core, nothing in it runs. */
import { useEffect, useState } from 'react'
import type { AttachmentLook } from '../../../shared/ipc/exchange-views.ts'
import { lookAtEvidence } from '../../state/case-work.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Note } from '../../ui/note.tsx'
import { sentence, t } from '../../ui/t.ts'
import type { LayerProps } from './case-desk.ts'

export function LookDialog({ view: { state }, onClose, blob }: LayerProps & { readonly blob: string }) {
  const [look, setLook] = useState<AttachmentLook | null>(null)
  const { number } = state
  useEffect(() => {
    let shown = true
    void lookAtEvidence({ number, blob }).then((answer) => {
      const value = told(answer)
      if (shown) setLook(value)
    })
    return () => {
      shown = false
    }
  }, [number, blob])
  return (
    <Dialog
      title={state.evidence.find((one) => one.blob === blob)?.name ?? ''}
      sentence={t('casework.look-why')}
      wide
      onClose={onClose}
      foot={<ActionButton keys="Escape" label={t('ui.close')} onAct={onClose} />}
    >
      {look === null ? <p className="dim">{t('page.loading')}</p> : <Looked look={look} />}
    </Dialog>
  )
}

function Looked({ look }: { readonly look: AttachmentLook }) {
  switch (look.kind) {
    case 'text':
    case 'message':
      return (
        <pre className="look-text" dir="auto" tabIndex={0}>
          {look.text}
        </pre>
      )
    case 'archive':
      return (
        <ul className="found-list" tabIndex={0} aria-label={t('casepage.file')}>
          {look.entries.map(({ name, size }, at) => (
            <li key={at}>
              <span className="mono">{name}</span>
              <span className="dim">{size}</span>
            </li>
          ))}
        </ul>
      )
    case 'image':
      return <Note>{t('casework.look-image')}</Note>
    case 'none':
      return <Note>{sentence(look.why)}</Note>
  }
}
