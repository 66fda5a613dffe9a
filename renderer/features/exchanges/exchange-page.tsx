/** One message as it is kept: what protected it, its text and what stood outside, attachments by hash, where it belongs. */
import type { ReactNode } from 'react'
import type { ExchangeView, MessageView } from '../../../shared/ipc/views.ts'
import { newDraft } from '../../state/drafts.ts'
import { openExchanges } from '../../state/exchanges.ts'
import { go } from '../../state/route.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Facts, Pane, Section } from '../../ui/pane.tsx'
import { formatBytes, formatTime } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import { protectionFacts } from './protection-words.tsx'
import './exchanges.css'

export function ExchangePage({ id }: { readonly id: string }) {
  const { value, problem } = openExchanges.use(id)
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return <p className="pad dim">{t('page.loading')}</p>
  return <Exchange key={id} exchange={value} />
}

function Exchange({ exchange }: { readonly exchange: ExchangeView }) {
  const { direction, partner, subject, message, problem, state, setAsideReason } = exchange
  return (
    <div className="page">
      <PageHead
        title={direction === 'in' ? t('exchange.title-in', { partner }) : t('exchange.title-out', { partner })}
        sentence={subject}
        actions={<Actions exchange={exchange} />}
      />
      <div className="page-body">
        <div className="page-main">
          <div className="scroll pad stack" tabIndex={0} role="group" aria-label={subject}>
            {problem === null ? null : <ProblemNote problem={problem} />}
            {state === 'set-aside' && setAsideReason !== null ? (
              <Note>{t('intake.aside', { reason: setAsideReason })}</Note>
            ) : null}
            {message === null ? <p className="dim">{t('exchange.no-text')}</p> : <Texts message={message} />}
          </div>
        </div>
        <Pane label={t('exchanges.protection')}>
          <Side exchange={exchange} />
        </Pane>
      </div>
    </div>
  )
}

function Actions({ exchange }: { readonly exchange: ExchangeView }) {
  const { id, direction, state, cases } = exchange
  const reply = async (): Promise<void> => {
    const to = exchange.message?.signerCard ?? null
    const view = told(await newDraft({ case: cases[0] ?? null, to: to === null ? [] : [to.id], inReplyTo: id }))
    if (view !== null) go({ page: 'composer', params: { draft: view.draft.id } })
  }
  return (
    <>
      {cases.map((number) => (
        <Button key={number} onPress={() => go({ page: 'case', params: { number } })}>
          {t('exchange.case')} <span className="mono">{number}</span>
        </Button>
      ))}
      {state === 'tray' || state === 'set-aside' ? (
        <ActionButton
          keys="d"
          hint
          label={t('exchange.intake')}
          onAct={() => go({ page: 'intake', params: { exchange: id } })}
        />
      ) : null}
      {direction === 'in' ? (
        <ActionButton keys="r" hint label={t('exchange.reply')} onAct={() => void reply()} />
      ) : null}
      {state === 'draft' ? (
        <ActionButton
          keys="w"
          hint
          look="filled"
          label={t('exchange.draft')}
          onAct={() => go({ page: 'composer', params: { draft: id } })}
        />
      ) : null}
    </>
  )
}

function Texts({ message: { protection, text, outside } }: { readonly message: MessageView }) {
  const signed = protection.signature === 'good' || protection.signature === 'partial'
  const covered = signed || protection.encrypted
  return (
    <>
      <Text title={covered ? t('exchange.inside') : t('exchange.plain')} look={signed ? 'signed' : 'unsigned'}>
        {text}
      </Text>
      {outside === '' ? null : (
        <Text title={t('exchange.outside')} note={t('exchange.outside-note')} look="unsigned">
          {outside}
        </Text>
      )}
    </>
  )
}

interface TextProps {
  readonly title: string
  readonly note?: string
  readonly look: 'signed' | 'unsigned'
  readonly children: string
}

const Text = ({ title, note, look, children }: TextProps) => (
  <section aria-label={title}>
    <h2 className="text-head">
      {title} <small className="dim">{note}</small>
    </h2>
    <p className={`message-text ${look}`}>{children === '' ? t('exchange.no-text') : children}</p>
  </section>
)

function Side({ exchange }: { readonly exchange: ExchangeView }) {
  const { message, released, sha256, size, at } = exchange
  return (
    <>
      {message === null ? null : (
        <Section title={t('exchanges.protection')}>
          <Facts facts={protectionFacts(message)} />
        </Section>
      )}
      {released === null ? null : (
        <Section title={t('exchange.released')}>
          <p>{t('exchange.released-as', { form: released.form, to: released.to.join(', ') })}</p>
          <Hash value={released.sha256} />
        </Section>
      )}
      {message === null ? null : <Attachments message={message} />}
      {message === null || message.findings.length === 0 ? null : (
        <Section title={t('exchange.findings')}>
          <ul className="stack">
            {message.findings.map((finding, index) => (
              <li key={index}>{sentence(finding)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Section title={t('exchange.original')}>
        <Facts facts={originalFacts(exchange)} />
        <p className="dim">
          {formatBytes(size)}, {formatTime(at, 'weekday')}
        </p>
        <Hash value={sha256} />
      </Section>
    </>
  )
}

const Hash = ({ value }: { readonly value: string }) => (
  <p className="exchange-hash">
    <span className="dim">{t('casepage.sha256')}</span> <span className="mono">{value}</span>
  </p>
)

function Attachments({ message }: { readonly message: MessageView }) {
  return (
    <Section title={t('exchange.attachments')}>
      {message.attachments.length === 0 ? <p className="dim">{t('exchange.no-attachments')}</p> : null}
      <ul className="stack">
        {message.attachments.map(({ name, type, size, sha256 }) => (
          <li key={name}>
            <strong>{name}</strong> <span className="dim">{`${type}, ${formatBytes(size)}`}</span>
            <Hash value={sha256} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

function originalFacts({ message }: ExchangeView): readonly (readonly [string, ReactNode])[] {
  if (message === null) return []
  const key = message.protection.decryptedWith
  return [
    [t('intake.from'), message.from],
    [t('intake.to'), message.to.join(', ')],
    [t('exchange.sent'), message.dateText],
    [t('exchange.message-id'), message.messageId],
    ...(key === null ? [] : [[t('protection.opened-with'), <Fingerprint key="key" value={key} />] as const]),
  ]
}
