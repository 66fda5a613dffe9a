/** What each recipient gets, cut in two: what any mail server reads, and what only they read, exactly as it will be sealed. */
import { Globe, Lock, LockOpen, Paperclip } from 'lucide-react'
import { useState } from 'react'
import { tlpLabel, tlps } from '../../../shared/domain/marking/tlp.ts'
import type { DraftView, Recipient } from '../../../shared/ipc/views.ts'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { Tabs } from '../../ui/tabs.tsx'
import { TlpBadge } from '../../ui/tlp-badge.tsx'
import { t } from '../../ui/t.ts'
import { observablesFile } from './named-by.ts'
import { canOpen } from './recipient-words.ts'
import './preview.css'

interface Props {
  readonly view: DraftView
}

export function PreviewColumn({ view }: Props) {
  const { recipients, draft } = view
  const [chosen, setChosen] = useState<string | null>(null)
  const at = Math.max(
    0,
    recipients.findIndex(({ card }) => card === chosen),
  )
  const step = (by: 1 | -1): void =>
    setChosen(recipients[(at + by + recipients.length) % Math.max(1, recipients.length)]?.card ?? null)
  useKeys('here', [
    {
      keys: ']',
      label: t('compose.preview.next'),
      run: () => step(1),
      hint: recipients.length > 1,
      hintAs: { keys: '[ ]', label: t('compose.preview.move') },
      disabled: recipients.length < 2,
    },
    { keys: '[', label: t('compose.preview.previous'), run: () => step(-1), disabled: recipients.length < 2 },
  ])
  return (
    <section className="compose-preview" aria-labelledby="compose-preview">
      <h2 id="compose-preview" className="column-head">
        {t('compose.preview')}{' '}
        <span>
          {t(view.redacted.length > 0 ? 'compose.preview.redacted' : 'compose.preview.of', {
            at: `${draft.savedAt.slice(11, 19)}Z`,
          })}
        </span>
      </h2>
      {recipients[at] === undefined ? (
        <div className="preview-scroll" tabIndex={0} role="group" aria-labelledby="compose-preview">
          <p className="dim">{t('compose.preview.nobody')}</p>
          <Sealed view={view} recipient={null} />
        </div>
      ) : (
        <Tabs
          label={t('compose.preview.tabs')}
          selected={recipients[at].card}
          onSelect={setChosen}
          tabs={recipients.map((recipient) => ({
            id: recipient.card,
            title: recipient.name,
            content: (
              <div className="preview-scroll">
                <Sealed view={view} recipient={recipient} />
              </div>
            ),
          }))}
        />
      )}
    </section>
  )
}

interface SealedProps extends Props {
  readonly recipient: Recipient | null
}

function Sealed({ view, recipient }: SealedProps) {
  const { draft, preview } = view
  const signed = draft.protection === 'signed'
  const Inner = signed ? LockOpen : Lock
  return (
    <>
      <p className="preview-mark">
        <Globe aria-hidden /> {t('compose.outside')}
      </p>
      <dl className="preview-outside">
        <dt>{t('compose.to')}</dt>
        <dd>
          <Addresses recipients={view.recipients} here={recipient} />
        </dd>
        <dt>{t('compose.subject')}</dt>
        <dd>{view.outerSubject}</dd>
        <dt>{t('compose.body')}</dt>
        <dd className={signed ? undefined : 'mono'}>
          {signed ? t('compose.body-signed') : t('compose.body-encrypted')}
        </dd>
      </dl>
      <p className="preview-mark">
        <Inner aria-hidden /> {signed ? t('compose.open-all') : t('compose.inside')}
        {recipient === null || signed || canOpen(recipient) ? null : (
          <strong className="late preview-opens">{t('compose.opens-not', { name: recipient.name })}</strong>
        )}
      </p>
      <div className={signed ? 'preview-inside clear' : 'preview-inside'}>
        <p className="strong">{view.innerSubject}</p>
        <Text text={preview} names={view.redacted.map(({ as }) => as)} />
        <Files view={view} />
      </div>
    </>
  )
}

function Addresses({
  recipients,
  here,
}: {
  readonly recipients: readonly Recipient[]
  readonly here: Recipient | null
}) {
  if (recipients.length === 0) return <>{t('page.none')}</>
  return (
    <ul>
      {recipients.map(({ card, address, name }) => (
        <li key={card} className={card === here?.card ? 'strong' : undefined}>
          {address ?? `${name}: ${t('compose.no-address')}`}
        </li>
      ))}
    </ul>
  )
}

/** Lines that are a label of TLP 2.0 stand in its colours, names that hide something in bold; all else is the text, character for character. */
function Text({ text, names }: { readonly text: string; readonly names: readonly string[] }) {
  if (text.trim() === '') return <p className="dim">{t('compose.empty-text')}</p>
  const lines = text.replace(/\n+$/, '').split('\n')
  return (
    <div className="preview-text">
      {lines.map((line, at) => {
        const tlp = tlps.find((one) => tlpLabel(one) === line.trim())
        return <p key={at}>{tlp === undefined ? <Line line={line} names={names} /> : <TlpBadge tlp={tlp} />}</p>
      })}
    </div>
  )
}

function Line({ line, names }: { readonly line: string; readonly names: readonly string[] }) {
  if (names.length === 0) return line
  const parts = line.split(/\b((?:address|host|link|user|person|org|item)-\d{1,5})\b/)
  return parts.map((part, at) =>
    names.includes(part) ? (
      <strong key={at} className="preview-hidden">
        {part}
      </strong>
    ) : (
      part
    ),
  )
}

function Files({ view: { draft } }: { readonly view: DraftView }) {
  const names = [
    ...draft.files.map(({ name }) => name),
    ...(draft.observables === 'csv' ? [observablesFile(draft)] : []),
    ...(draft.attachOwnKey ? [t('compose.own-key-file')] : []),
  ]
  if (names.length === 0) return null
  return (
    <p className="preview-files dim">
      <Paperclip aria-hidden /> {names.join(', ')}
    </p>
  )
}
