/** What stands beside a message: every signature, who and when, findings, how it left, and the original as it is kept. */
import type { ReactNode } from 'react'
import type { ExchangeView, MessageView } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { pick } from '../../state/desk.ts'
import { addSignature, openAgain } from '../../state/exchanges.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Facts, Pane, Section } from '../../ui/pane.tsx'
import { formatBytes, formatTime } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import { Signatures } from './signatures.tsx'

export function ExchangeSide({ exchange }: { readonly exchange: ExchangeView }) {
  const { message, released } = exchange
  return (
    <Pane label={t('exchanges.protection')}>
      {message === null ? null : <Signatures message={message} />}
      {message === null ? null : <Message message={message} />}
      {released === null ? null : <Released exchange={exchange} released={released} />}
      {message === null || message.findings.length === 0 ? null : (
        <Section title={t('exchange.findings')}>
          <ul className="stack">
            {message.findings.map((finding, at) => (
              <li key={at}>{sentence(finding)}</li>
            ))}
          </ul>
        </Section>
      )}
      <Original exchange={exchange} />
    </Pane>
  )
}

type Fact = readonly [name: string, value: ReactNode]

const listed = (name: string, values: readonly string[]): readonly Fact[] =>
  values.length === 0 ? [] : [[name, values.join(', ')]]

function Message({ message }: { readonly message: MessageView }) {
  const { from, fromName, to, cc, replyTo, dateText, messageId, outerSubject, subject, protection } = message
  return (
    <Section title={t('exchange.head')}>
      <Facts
        facts={[
          [t('intake.from'), fromName === '' ? from : `${fromName} <${from}>`],
          ...listed(t('intake.to'), to),
          ...listed(t('exchange.cc'), cc),
          ...listed(t('exchange.reply-to'), replyTo),
          ...(outerSubject === subject ? [] : listed(t('exchange.outer-subject'), [outerSubject])),
          ...listed(t('exchange.sent'), dateText === '' ? [] : [dateText]),
          ...listed(t('exchange.message-id'), messageId === '' ? [] : [messageId]),
          ...(protection.decryptedWith === null
            ? []
            : [[t('protection.opened-with'), <Fingerprint key="key" value={protection.decryptedWith} />] as const]),
        ]}
      />
    </Section>
  )
}

interface ReleasedProps {
  readonly exchange: ExchangeView
  readonly released: NonNullable<ExchangeView['released']>
}

function Released({ exchange: { sentAt }, released }: ReleasedProps) {
  return (
    <Section title={t('exchange.released')}>
      <Facts
        facts={[
          [t('exchange.form'), t(`exchange.form.${formOf(released.form)}`)],
          [t('exchange.sent-mark'), sentAt === null ? t('exchange.not-sent') : formatTime(sentAt, 'weekday')],
        ]}
      />
      <h3>{t('exchange.encrypted-to')}</h3>
      <ul>
        {released.to.map((fingerprint) => (
          <li key={fingerprint}>
            <Fingerprint value={fingerprint} />
          </li>
        ))}
      </ul>
    </Section>
  )
}

const forms = ['eml', 'asc', 'pgp', 'clipboard'] as const
const formOf = (form: string): (typeof forms)[number] | 'other' => forms.find((one) => one === form) ?? 'other'

async function again(id: string): Promise<void> {
  const view = told(await openAgain(id))
  if (view !== null && view.problem === null) showDone(saying('exchange.again-done'))
}

async function signatureFile(id: string): Promise<void> {
  const file = told(await pick('open', t('exchange.add-signature')))?.[0]
  if (file === undefined) return
  if (told(await addSignature({ exchange: id, file })) !== null) showDone(saying('exchange.signature-added'))
}

function Original({ exchange: { id, direction, sha256, size, at, released } }: { readonly exchange: ExchangeView }) {
  return (
    <Section title={t('exchange.original')}>
      <p className="dim">
        {direction === 'in' ? t('exchange.taken-in') : t('exchange.written')} {formatTime(at, 'weekday')},{' '}
        {formatBytes(size)}
      </p>
      <p className="exchange-hash">
        <span className="dim">{t('casepage.sha256')}</span> <span className="mono">{released?.sha256 ?? sha256}</span>
      </p>
      {direction === 'out' ? null : (
        <div className="row exchange-original">
          <ActionButton keys="a" label={t('exchange.again')} onAct={() => void again(id)} />
          <ActionButton
            keys="G"
            look="quiet"
            label={t('exchange.add-signature')}
            onAct={() => void signatureFile(id)}
          />
        </div>
      )}
    </Section>
  )
}
