/** An attachment looked at without leaving the vault: text, the list of an archive, an attached message; an image only when asked once more. */
import { useEffect, useState } from 'react'
import type { AttachmentLook } from '../../../shared/ipc/exchange-views.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { lookAt } from '../../state/exchanges.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { Facts } from '../../ui/pane.tsx'
import { formatBytes } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import { ArchiveTable } from './archive-table.tsx'
import type { Attachment } from './attachments.tsx'

interface Props {
  readonly exchange: string
  readonly attachment: Attachment
  readonly onSave: () => void
  readonly onClose: () => void
}

export function AttachmentSheet({ exchange, attachment, onSave, onClose }: Props) {
  const [look, setLook] = useState<AttachmentLook | null>(null)
  const [problem, setProblem] = useState<Saying | null>(null)
  const { name, type, size } = attachment
  useEffect(() => {
    let shown = true
    void lookAt(exchange, name).then((answer) => {
      if (!shown) return
      if (answer.ok) setLook(answer.value)
      else setProblem(answer.problem)
    })
    return () => {
      shown = false
    }
  }, [exchange, name])
  return (
    <Dialog
      title={name}
      sentence={`${type}, ${formatBytes(size)}`}
      wide
      onClose={onClose}
      foot={
        <>
          <span className="grow dim">{t('attachment.nothing-ran')}</span>
          <ActionButton keys="s" label={t('attachment.save')} onAct={onSave} />
          <ActionButton keys="Escape" label={t('ui.close')} look="quiet" onAct={onClose} />
        </>
      }
    >
      {problem === null ? null : <ProblemNote problem={problem} />}
      {look === null ? problem === null ? <p className="dim">{t('page.loading')}</p> : null : <Look look={look} />}
    </Dialog>
  )
}

function Look({ look }: { readonly look: AttachmentLook }) {
  switch (look.kind) {
    case 'text':
      return (
        <>
          <pre className="look-text" dir="auto" tabIndex={0}>
            {look.text}
          </pre>
          {look.cut ? <p className="dim">{t('attachment.cut')}</p> : null}
        </>
      )
    case 'archive':
      return <ArchiveTable archive={look} />
    case 'image':
      return <Image image={look} />
    case 'message':
      return (
        <>
          <Facts
            facts={[
              [t('intake.subject'), look.subject],
              [t('intake.from'), look.from],
            ]}
          />
          <pre className="look-text" dir="auto" tabIndex={0}>
            {look.text}
          </pre>
          <p className="dim">{t('attachment.message-note')}</p>
        </>
      )
    case 'none':
      return <Note>{sentence(look.why)}</Note>
  }
}

/** Decoding is the one thing here that has gone wrong in browsers before: a person says so first. */
function Image({ image: { bytes, type } }: { readonly image: AttachmentLook & { readonly kind: 'image' } }) {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => () => (address === null ? undefined : URL.revokeObjectURL(address)), [address])
  if (address !== null) return <img className="look-image" src={address} alt={t('attachment.image')} />
  return (
    <Note tone="condition">
      <p>{t('attachment.image-why')}</p>
      <ActionButton
        keys="i"
        label={t('attachment.image-show')}
        onAct={() => setAddress(URL.createObjectURL(new Blob([Uint8Array.from(bytes)], { type })))}
      />
    </Note>
  )
}
