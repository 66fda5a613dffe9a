/** The attachments of a message: what they are by name, size and hash, whether the protection covers them; looked at in place, saved by dialog. */
import { FileArchive, FileImage, FileText, Mail, Paperclip } from 'lucide-react'
import { useState } from 'react'
import type { MessageView } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { pick } from '../../state/desk.ts'
import { saveAttachment } from '../../state/exchanges.ts'
import { showDone, told } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { Tag } from '../../ui/tag.tsx'
import { formatBytes } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { AttachmentSheet } from './attachment-sheet.tsx'

export type Attachment = MessageView['attachments'][number]

async function save(exchange: string, { name }: Attachment): Promise<void> {
  const to = told(await pick('save', t('attachment.save-as'), name))?.[0]
  if (to === undefined) return
  const saved = told(await saveAttachment({ exchange, name, to }))
  if (saved !== null) showDone(saying('attachment.saved', { file: saved.file }))
}

interface Props {
  readonly exchange: string
  readonly attachments: readonly Attachment[]
}

export function Attachments({ exchange, attachments }: Props) {
  const [looking, setLooking] = useState<Attachment | null>(null)
  const [first] = attachments
  useKeys('here', [
    {
      keys: 'o',
      label: t('attachment.look-first'),
      run: () => (first === undefined ? undefined : setLooking(first)),
      disabled: first === undefined,
    },
  ])
  if (first === undefined) return null
  return (
    <section className="attachments" aria-label={t('exchange.attachments')}>
      <h2>
        {t('exchange.attachments')} <small className="dim">{t('attachment.sealed')}</small>
      </h2>
      <ul>
        {attachments.map((attachment) => (
          <li key={attachment.name} className="attachment">
            <AttachmentWords attachment={attachment} />
            <Button kbd={attachment === first ? 'o' : undefined} onPress={() => setLooking(attachment)}>
              {t('attachment.look')}
            </Button>
            <Button look="quiet" onPress={() => void save(exchange, attachment)}>
              {t('attachment.save')}
            </Button>
          </li>
        ))}
      </ul>
      {looking === null ? null : (
        <AttachmentSheet
          exchange={exchange}
          attachment={looking}
          onSave={() => void save(exchange, looking)}
          onClose={() => setLooking(null)}
        />
      )}
    </section>
  )
}

function AttachmentWords({ attachment: { name, type, size, sha256, covered } }: { readonly attachment: Attachment }) {
  const Icon = icons[kindOf(type)]
  return (
    <>
      <Icon aria-hidden />
      <div className="grow">
        <p>
          <strong className="attachment-name">{name}</strong>{' '}
          <span className="dim">{`${type}, ${formatBytes(size)}`}</span>{' '}
          {covered ? null : <Tag tone="soon">{t('attachment.outside')}</Tag>}
        </p>
        <p className="mono dim attachment-hash">{sha256}</p>
      </div>
    </>
  )
}

const icons = { image: FileImage, text: FileText, message: Mail, archive: FileArchive, other: Paperclip }

function kindOf(type: string): keyof typeof icons {
  if (type.startsWith('image/')) return 'image'
  if (type.startsWith('text/')) return 'text'
  if (type.startsWith('message/')) return 'message'
  return /zip|tar|compressed|rar|7z/.test(type) ? 'archive' : 'other'
}
