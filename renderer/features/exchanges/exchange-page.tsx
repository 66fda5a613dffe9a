/** One message as it is kept: what to do next, what protected it, exactly the text that was, what stood outside, attachments. */
import { useState } from 'react'
import type { ExchangeView, MessageView } from '../../../shared/ipc/views.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { markSent, openExchanges } from '../../state/exchanges.ts'
import { actOn, answerWith, unlockAndOpen } from '../../state/next-step.ts'
import { go } from '../../state/route.ts'
import { showDone, told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { NextSteps } from '../../ui/next-steps.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProtectionFacts } from '../../ui/protection-facts.tsx'
import { Tag } from '../../ui/tag.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import { Attachments } from './attachments.tsx'
import { ExchangeSide } from './exchange-side.tsx'
import { HtmlFrame } from './html-frame.tsx'
import { MessageFrame, MessageText, OutsideFrame } from './message-frame.tsx'
import './exchanges.css'

export function ExchangePage({ id }: { readonly id: string }) {
  const { value, problem } = openExchanges.use(id)
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return <p className="pad dim">{t('page.loading')}</p>
  return <Exchange key={id} exchange={value} />
}

function Exchange({ exchange }: { readonly exchange: ExchangeView }) {
  const { direction, partner, subject, message, problem, state, setAsideReason, released, numbering } = exchange
  return (
    <div className="page">
      <PageHead
        title={direction === 'in' ? t('exchange.title-in', { partner }) : t('exchange.title-out', { partner })}
        sentence={<Sentence exchange={exchange} />}
        actions={<Actions exchange={exchange} />}
      />
      {message === null ? null : <ProtectionFacts exchange={exchange} />}
      <div className="page-body">
        <div className="page-main">
          <div className="scroll pad exchange-main" tabIndex={0} role="group" aria-label={subject}>
            {problem === null ? null : <Closed exchange={exchange} problem={problem} />}
            <NextSteps
              steps={exchange.next}
              onAct={(step) => actOn(exchange, step)}
              onUnlock={(unlock) => unlockAndOpen(exchange.id, unlock)}
            />
            {numbering.map((said) => (
              <Note key={sentence(said)} tone="condition" code={said.code}>
                {sentence(said)}
              </Note>
            ))}
            {state === 'set-aside' && setAsideReason !== null ? (
              <Note>{t('intake.aside', { reason: setAsideReason })}</Note>
            ) : null}
            {message === null ? null : <Texts message={message} />}
            {message === null ? null : <Attachments exchange={exchange.id} attachments={message.attachments} />}
            {released === null ? null : <ReleasedText text={released.text} />}
          </div>
        </div>
        <ExchangeSide exchange={exchange} />
      </div>
    </div>
  )
}

/** A locked key of our own is no alarm: with its passphrase the message opens. */
function Closed({ exchange: { next }, problem }: { readonly exchange: ExchangeView; readonly problem: Saying }) {
  return next[0]?.kind === 'unlock-key' ? (
    <Note tone="condition" code={problem.code}>
      {sentence(problem)}
    </Note>
  ) : (
    <ProblemNote problem={problem} />
  )
}

function Sentence({ exchange: { number, subject, direction, sentAt, state } }: { readonly exchange: ExchangeView }) {
  return (
    <>
      {number === null ? null : <Tag>{t('exchange.number', { n: number })}</Tag>}{' '}
      {direction === 'out' && state === 'released' ? (
        <Tag tone={sentAt === null ? 'soon' : 'plain'}>
          {sentAt === null ? t('exchange.not-sent') : t('exchange.sent-at', { at: formatTime(sentAt, 'day-time') })}
        </Tag>
      ) : null}{' '}
      {subject}
    </>
  )
}

function Actions({ exchange }: { readonly exchange: ExchangeView }) {
  const { id, direction, state, cases, sentAt } = exchange
  const sent = async (): Promise<void> => {
    if (told(await markSent(id)) !== null) showDone(saying('exchange.sent-done'))
  }
  return (
    <>
      {cases.map((number) => (
        <Button key={number} look="quiet" onPress={() => go({ page: 'case', params: { number } })}>
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
        <ActionButton keys="r" hint label={t('exchange.reply')} onAct={() => void answerWith(exchange, null)} />
      ) : null}
      {state === 'released' && sentAt === null ? (
        <ActionButton keys="S" hint look="filled" label={t('exchange.mark-sent')} onAct={() => void sent()} />
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

function Texts({ message }: { readonly message: MessageView }) {
  const [asHtml, setAsHtml] = useState(false)
  const { html, text, outside } = message
  const swap =
    html === null ? null : (
      <ActionButton
        keys="h"
        look="quiet"
        label={asHtml ? t('html.text') : t('html.show')}
        onAct={() => setAsHtml(!asHtml)}
      />
    )
  return (
    <>
      <MessageFrame message={message} aside={swap}>
        {asHtml && html !== null ? (
          <>
            <p className="html-note dim">{t('html.note')}</p>
            <HtmlFrame html={html} />
          </>
        ) : (
          <MessageText text={text} />
        )}
      </MessageFrame>
      {outside === '' ? null : <OutsideFrame text={outside} />}
    </>
  )
}

const ReleasedText = ({ text }: { readonly text: string }) => (
  <section className="message-frame frame-sealed" aria-label={t('exchange.released-text')}>
    <header className="frame-head">
      <h2>{t('exchange.released-text')}</h2>
    </header>
    <div className="frame-content">
      <MessageText text={text} />
    </div>
  </section>
)
