/** One message being written: text at the left, the gate in the middle, what each recipient sees at the right. */
import { useState } from 'react'
import type { VerdictReason } from '../../../shared/domain/disclosure/verdict.ts'
import type { DraftView, Recipient, Released } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { dropDraft, drafts, formOf, saveDraft, splitDraft, type DraftForm } from '../../state/drafts.ts'
import { openCases } from '../../state/open-case.ts'
import { back, go } from '../../state/route.ts'
import { showDone, showProblem, told } from '../../state/toasts.ts'
import { useOffered } from '../../state/redaction.ts'
import { RedactSheet } from '../../ui/gate-redact.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { UnlockKeyDialog } from '../../ui/unlock-key-dialog.tsx'
import { useSavedForm, type SavedForm } from '../../ui/use-saved-form.ts'
import { ComposerFoot, releaseWords } from './composer-foot.tsx'
import { ComposerHead } from './composer-head.tsx'
import { GateColumn } from './gate-column.tsx'
import { PreviewColumn } from './preview-column.tsx'
import { without } from './named-by.ts'
import { canOpen } from './recipient-words.ts'
import { addId } from './recipients.tsx'
import { ReleasedView } from './released-view.tsx'
import { SplitStrip } from './split-strip.tsx'
import { useRelease } from './use-release.ts'
import { conditionsOf, waitsFor } from './waits.ts'
import { mayGoInClear, waysOf, type Way } from './ways.ts'
import { WriteColumn } from './write-column.tsx'
import './composer.css'

interface Gone {
  readonly released: Released
  /** As it stood when it left. */
  readonly view: DraftView
}

export function ComposerPage({ draft }: { readonly draft: string }) {
  const { value, problem } = drafts.use(draft)
  const [gone, setGone] = useState<Gone | null>(null)
  if (gone !== null) return <ReleasedView released={gone.released} view={gone.view} />
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return <p className="pad dim">{t('page.loading')}</p>
  const leave = (released: Released): void => setGone({ released, view: drafts.get(draft).value ?? value })
  return <Composer view={value} onReleased={leave} />
}

interface Props {
  readonly view: DraftView
  readonly onReleased: (released: Released) => void
}

function Composer({ view, onReleased }: Props) {
  const { id } = view.draft
  const typing = useSavedForm<DraftForm>(formOf(view), async (form) => told(await saveDraft(id, form)) !== null)
  const [acceptedOf, setAcceptedOf] = useState<string | null>(null)
  const [hiding, setHiding] = useState(false)
  const whole = `${view.innerSubject}\n\n${view.preview}`
  const offered = useOffered(hiding ? { number: view.draft.case, text: whole } : null)
  const releasing = useRelease(view, typing, acceptedOf, onReleased)
  const caseTlp = openCases.use(view.draft.case).value?.state.tlp ?? null
  const { form, edit } = typing
  const ways = (reason: VerdictReason): readonly Way[] =>
    waysOf(reason, { tlp: form.tlp, caseTlp, recipients: view.recipients })
  const run = (way: Way): void =>
    take(way, { typing, number: view.draft.case, recipients: view.recipients, onSplit: () => void split(view, typing) })
  useKeys('here', [
    { keys: 'Escape', label: t('compose.back-to'), run: back, hint: true },
    { keys: 'Alt+X', label: t('uigate.redact'), run: () => setHiding(true), hint: true },
    {
      keys: 'Alt+G',
      label: t('compose.way.clear'),
      run: () => edit({ protection: 'signed' }),
      disabled: !mayGoInClear(form.tlp) || form.protection === 'signed',
    },
  ])
  return (
    <div className="page composer">
      <ComposerHead draft={view.draft} state={typing.state} onDrop={() => void drop(id, typing)} />
      <SplitStrip draft={id} />
      <div className="compose-columns">
        <WriteColumn view={view} typing={typing} />
        <GateColumn
          view={view}
          older={typing.state !== 'saved'}
          accepted={acceptedOf === conditionsOf(view)}
          onAccept={(yes) => setAcceptedOf(yes ? conditionsOf(view) : null)}
          waysOf={ways}
          onWay={run}
          go={releaseWords(form.protection === 'signed')}
          onOverride={(override) => releasing.release('eml', override)}
        />
        <PreviewColumn view={view} />
      </div>
      <ComposerFoot
        view={view}
        signed={form.protection === 'signed'}
        waits={waitsFor(view, form, acceptedOf)}
        busy={releasing.busy}
        onRelease={(wish) => void releasing.release(wish)}
        onSplit={() => void split(view, typing)}
        onKeep={() => void keep(typing)}
      />
      {hiding ? (
        <RedactSheet
          redacted={view.redacted}
          offered={offered}
          hide={form.redact}
          onRedact={(redact) => edit({ redact })}
          result={whole}
          onClose={() => setHiding(false)}
        />
      ) : null}
      {releasing.locked === null ? null : (
        <UnlockKeyDialog
          fingerprint={releasing.locked}
          why={t('unlock-key.why')}
          go={t('unlock-key.go')}
          onUnlock={releasing.unlock}
          onClose={releasing.giveUp}
        />
      )}
    </div>
  )
}

interface Hands {
  readonly typing: SavedForm<DraftForm>
  readonly number: string | null
  readonly recipients: readonly Recipient[]
  readonly onSplit: () => void
}

function take(way: Way, { recipients, number, typing: { form, edit }, onSplit }: Hands): void {
  switch (way.do) {
    case 'find-key':
      return go({ page: 'keyring', params: { ask: 'import' } })
    case 'call-back':
      return go({ page: 'keyring', params: { fingerprint: way.fingerprint, ask: 'verify' } })
    case 'look-key':
      return go({ page: 'keyring', params: { fingerprint: way.fingerprint } })
    case 'split':
      return onSplit()
    case 'clear':
      return edit({ protection: 'signed' })
    case 'encrypt':
      return edit({ protection: 'encrypted' })
    case 'card':
      return go({ page: 'card', params: { id: way.card } })
    case 'mark':
      return edit({ tlp: way.tlp })
    case 'take-off':
      return edit({ to: without(way.recipient, recipients, form.to) })
    case 'choose':
      return document.getElementById(addId)?.focus()
    case 'redact':
      return edit({ redact: [...new Set([...form.redact, ...way.items])] })
    case 'case':
      return number === null ? undefined : go({ page: 'case', params: { number } })
  }
}

const namesOf = (recipients: readonly Recipient[]): string => recipients.map(({ name }) => name).join(', ')

/** Those who can read it stay in this one; where all can, each gets one of their own. */
async function split({ draft, recipients }: DraftView, typing: SavedForm<DraftForm>): Promise<void> {
  if (!(await typing.save())) return
  const by = recipients.some(canOpen) && !recipients.every(canOpen) ? 'usable' : 'each'
  if (told(await splitDraft(draft.id, by)) === null) return
  const here = drafts.get(draft.id).value
  if (here === null) return
  typing.take(formOf(here))
  showDone(saying('compose.split-done', { to: namesOf(here.recipients) }))
}

async function keep(typing: SavedForm<DraftForm>): Promise<void> {
  if (await typing.save()) showDone(saying('compose.kept'))
}

async function drop(id: string, typing: SavedForm<DraftForm>): Promise<void> {
  const answer = await dropDraft(id)
  if (!answer.ok) return showProblem(answer.problem)
  typing.forget()
  showDone(saying('compose.dropped'))
  back()
}
