/** One report that came in: what protected it, what it says, what Signet proposes; a person makes a case, attaches or sets aside. */
import { useEffect, useRef, useState } from 'react'
import type { Intake } from '../../../shared/ipc/views.ts'
import { intakes } from '../../state/exchanges.ts'
import { actOn, unlockAndOpen } from '../../state/next-step.ts'
import { go } from '../../state/route.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { NextSteps } from '../../ui/next-steps.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { ProtectionFacts } from '../../ui/protection-facts.tsx'
import { formatBytes, formatTime } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import { AsideDialog } from './aside-dialog.tsx'
import { AttachDialog } from './attach-dialog.tsx'
import { formOf, type Edits } from './case-form.ts'
import { CallFactsBand } from './call-facts.tsx'
import { askForMissing, attachTo, createAndAnswer, createCase, setAside, splitCases } from './decide.ts'
import { ProposalColumn } from './proposal-column.tsx'
import { ReadingColumn } from './reading-column.tsx'
import { SourceColumn, ToldColumn } from './source-column.tsx'
import './intake.css'

export function IntakePage({ exchange }: { readonly exchange: string }) {
  const { value, problem } = intakes.use(exchange)
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return <p className="pad dim">{t('page.loading')}</p>
  return <Report key={exchange} intake={value} />
}

function Report({ intake }: { readonly intake: Intake }) {
  const { exchange } = intake
  const start = useRef<HTMLDivElement>(null)
  const [edits, setEdits] = useState<Edits>({})
  const [busy, setBusy] = useState(false)
  // The next Tab is the first field of the proposal; single keys work until then.
  useEffect(() => start.current?.focus(), [])
  const form = formOf(intake.proposal, edits)
  /** One act at a time: a second Ctrl Enter while the first is on its way makes no second case. */
  const once = (act: () => Promise<unknown>): void => {
    if (busy) return
    setBusy(true)
    void act().finally(() => setBusy(false))
  }
  return (
    <div className="page intake">
      <Head intake={intake} />
      {exchange.call === null ? <ProtectionFacts exchange={exchange} /> : <CallFactsBand call={exchange.call} />}
      <State intake={intake} />
      <div className={hasSource(exchange) ? 'intake-columns' : 'intake-columns unopened'}>
        <div
          ref={start}
          onKeyDownCapture={onEnter(
            () => once(() => createCase(exchange.id, form)),
            () => once(() => createAndAnswer(intake, form)),
          )}
          tabIndex={-1}
          className="intake-start"
          aria-label={t('intake.proposes')}
          role="group"
        >
          <ProposalColumn
            intake={intake}
            form={form}
            onEdit={(edit) => setEdits({ ...edits, ...edit })}
            onAttach={(number) => once(() => attachTo(exchange.id, [number]))}
            onSplit={() => once(() => splitCases(exchange.id, form))}
          />
        </div>
        {exchange.message === null ? null : <SourceColumn message={exchange.message} report={intake.report} />}
        {exchange.call === null ? null : <ToldColumn text={exchange.call.text} report={intake.report} />}
        <ReadingColumn intake={intake} onAsk={() => once(() => askForMissing(intake))} />
      </div>
      <Foot
        intake={intake}
        busy={busy}
        onCreate={() => once(() => createCase(exchange.id, form))}
        onAnswer={() => once(() => createAndAnswer(intake, form))}
        onAttach={(numbers) => once(() => attachTo(exchange.id, numbers))}
        onAside={(reason) => once(() => setAside(exchange.id, reason))}
      />
    </div>
  )
}

const hasSource = ({ message, call }: Intake['exchange']): boolean => message !== null || call !== null

/** Radio buttons and boxes keep Enter to themselves, so Ctrl Enter is taken before they see it. */
const onEnter =
  (create: () => void, answer: () => void) =>
  (event: React.KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    event.stopPropagation()
    if (event.shiftKey) answer()
    else create()
  }

function Head({ intake: { exchange } }: { readonly intake: Intake }) {
  return (
    <PageHead
      title={t('intake.title', { time: formatTime(exchange.at, 'time') })}
      sentence={`${exchange.subject}, ${formatBytes(exchange.size)}`}
      actions={
        <>
          <span className="dim">
            {t('intake.kept')}{' '}
            <span className="mono" title={exchange.sha256}>
              {exchange.sha256.slice(0, 16)}…
            </span>
          </span>
          <ActionButton
            keys="o"
            label={t('intake.whole')}
            onAct={() => go({ page: 'exchange', params: { id: exchange.id } })}
          />
        </>
      }
    />
  )
}

/** Only what departs from the normal: not opened, decided already, something to do first. */
function State({ intake: { exchange } }: { readonly intake: Intake }) {
  return (
    <div className="intake-state">
      {exchange.problem === null ? null : <ProblemNote problem={exchange.problem} />}
      <NextSteps
        steps={exchange.next}
        onAct={(step) => actOn(exchange, step)}
        onUnlock={(unlock) => unlockAndOpen(exchange.id, unlock)}
        quiet
      />
      {exchange.numbering.map((said) => (
        <Note key={sentence(said)} tone="condition" code={said.code}>
          {sentence(said)}
        </Note>
      ))}
      {exchange.state === 'in-case' ? (
        <Note>
          {t('intake.already', { cases: exchange.cases.join(', ') })}{' '}
          {exchange.cases.map((number) => (
            <Button key={number} onPress={() => go({ page: 'case', params: { number } })}>
              {number}
            </Button>
          ))}
        </Note>
      ) : null}
      {exchange.setAsideReason === null ? null : <Note>{t('intake.aside', { reason: exchange.setAsideReason })}</Note>}
    </div>
  )
}

interface FootProps {
  readonly intake: Intake
  readonly busy: boolean
  readonly onCreate: () => void
  readonly onAnswer: () => void
  readonly onAttach: (numbers: readonly string[]) => void
  readonly onAside: (reason: string) => void
}

function Foot({ intake, busy, onCreate, onAnswer, onAttach, onAside }: FootProps) {
  const [layer, setLayer] = useState<'attach' | 'aside' | null>(null)
  const noAnswer = intake.sender === null
  useKeys('here', [
    { keys: 'Ctrl+Enter', label: t('intake.create'), run: onCreate, disabled: busy },
    { keys: 'Ctrl+Shift+Enter', label: t('intake.create-answer'), run: onAnswer, disabled: busy || noAnswer },
    { keys: 'l', label: t('intake.attach'), run: () => setLayer('attach'), hint: true },
    { keys: 'S', label: t('intake.set-aside'), run: () => setLayer('aside'), hint: true },
  ])
  const needs = intake.report?.events.filter(({ atText, zoneKnown }) => atText !== null && !zoneKnown).length ?? 0
  return (
    <footer className="intake-foot">
      <Button look="filled" kbd="Ctrl+Enter" onPress={onCreate} disabled={busy}>
        {t('intake.create')}
      </Button>
      <Button kbd="Ctrl+Shift+Enter" onPress={onAnswer} disabled={busy || noAnswer}>
        {t('intake.create-answer')}
      </Button>
      <Button kbd="l" onPress={() => setLayer('attach')}>
        {t('intake.attach')}
      </Button>
      <Button kbd="Shift+S" onPress={() => setLayer('aside')}>
        {t('intake.set-aside')}
      </Button>
      <p className="intake-foot-note">
        {t('intake.foot')} {needs === 0 ? null : <strong>{t('intake.foot-needs', { n: needs })}</strong>}
      </p>
      {layer === 'attach' ? (
        <AttachDialog similar={intake.similar} onAttach={onAttach} onClose={() => setLayer(null)} />
      ) : null}
      {layer === 'aside' ? <AsideDialog onGo={onAside} onClose={() => setLayer(null)} /> : null}
    </footer>
  )
}
