/** One message being written: text at the left, the gate in the middle, what the recipients see at the right. */
import { useState } from 'react'
import type { DraftView, Released } from '../../../shared/ipc/views.ts'
import { pick } from '../../state/desk.ts'
import { drafts, dropDraft, releaseDraft } from '../../state/drafts.ts'
import { openCases } from '../../state/open-case.ts'
import { back } from '../../state/route.ts'
import { showProblem, told } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { ProblemNote } from '../../ui/note.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { sentence, t } from '../../ui/t.ts'
import { useDraftForm, type DraftForm, type Typing } from './draft-form.ts'
import { GateColumn } from './gate-column.tsx'
import { PreviewColumn } from './preview-column.tsx'
import { ReleasedView } from './released-view.tsx'
import { WriteColumn } from './write-column.tsx'
import './composer.css'

type Form = Released['form']

export function ComposerPage({ draft }: { readonly draft: string }) {
  const { value, problem } = drafts.use(draft)
  const [released, setReleased] = useState<Released | null>(null)
  if (released !== null) return <ReleasedView released={released} caseNumber={value?.draft.case ?? null} />
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return <p className="pad dim">{t('page.loading')}</p>
  return <Composer key={draft} view={value} onReleased={setReleased} />
}

function Composer({
  view,
  onReleased,
}: {
  readonly view: DraftView
  readonly onReleased: (released: Released) => void
}) {
  const typing = useDraftForm(view)
  /** The conditions that were accepted, word for word: others that come up later are not. */
  const [acceptedOf, setAcceptedOf] = useState<string | null>(null)
  const [busy, setBusy] = useState(false)
  const waits = waitsFor(view, typing.form, acceptedOf)
  const release = async (form: Form): Promise<void> => {
    if (waits !== null || busy || !(await typing.save())) return
    // What was just saved may have brought a new stop or condition: nobody has seen it yet.
    const saved = drafts.get(view.draft.id).value ?? view
    if (waitsFor(saved, typing.form, acceptedOf) !== null) return
    setBusy(true)
    const to = form === 'clipboard' ? null : await targetFor(view, form)
    if (to !== undefined) {
      const target = to === null ? {} : { to }
      const released = told(
        await releaseDraft({ id: view.draft.id, form, ...target, conditionsAccepted: acceptedOf !== null }),
      )
      if (released !== null) onReleased(released)
    }
    setBusy(false)
  }
  /** Radio buttons and the box of teams keep Enter to themselves, so Ctrl Enter is taken before they see it. */
  const onEnter = (event: React.KeyboardEvent): void => {
    if (event.key !== 'Enter' || !event.ctrlKey) return
    event.preventDefault()
    event.stopPropagation()
    void release('eml')
  }
  return (
    <div className="page composer">
      <Head view={view} state={typing.state} />
      <div className="compose-columns" onKeyDownCapture={onEnter}>
        <WriteColumn view={view} typing={typing} />
        <GateColumn
          verdict={view.verdict}
          recipients={view.recipients}
          accepted={acceptedOf === conditionsOf(view)}
          onAccept={(yes) => setAcceptedOf(yes ? conditionsOf(view) : null)}
        />
        <PreviewColumn view={view} form={typing.form} />
      </div>
      <Foot
        waits={waits}
        busy={busy}
        onRelease={(form) => void release(form)}
        onKeep={() => void typing.save()}
        onDrop={() => void drop(view.draft.id, typing)}
      />
    </div>
  )
}

const conditionsOf = ({ verdict }: DraftView): string =>
  JSON.stringify(verdict.reasons.filter(({ level }) => level === 'condition'))

/** What stands in the way, in one sentence; null where it may go. */
function waitsFor(view: DraftView, form: DraftForm, acceptedOf: string | null): string | null {
  const { verdict } = view
  if (form.to.length === 0) return t('compose.waits-nobody')
  if (form.text.trim() === '') return t('compose.waits-text')
  const stop = verdict.reasons.find(({ level }) => level === 'stop')
  if (verdict.verdict === 'stop')
    return t('compose.waits-stop', { what: stop === undefined ? '' : sentence(stop.said) })
  return verdict.verdict === 'condition' && acceptedOf !== conditionsOf(view) ? t('compose.waits-condition') : null
}

/** Undefined where the person has cancelled the dialog. */
async function targetFor({ draft }: DraftView, form: Form): Promise<{ readonly grant: string } | undefined> {
  const name = `${draft.case ?? 'message'}.${form}`
  const [chosen] = told(await pick('save', 'message', name)) ?? []
  return chosen === undefined ? undefined : { grant: chosen.grant }
}

async function drop(id: string, typing: Typing): Promise<void> {
  const answer = await dropDraft(id)
  if (!answer.ok) return showProblem(answer.problem)
  typing.forget()
  back()
}

function Head({ view: { draft }, state }: { readonly view: DraftView; readonly state: Typing['state'] }) {
  const { value } = openCases.use(draft.case)
  const words = {
    saved: t('compose.on-disk', { at: `${draft.savedAt.slice(11, 19)}Z` }),
    saving: t('compose.saving'),
    unsaved: t('compose.unsaved'),
  }
  return (
    <PageHead
      title={t('compose.title')}
      sentence={
        <>
          <span className="mono">{draft.case}</span> {value?.state.title}
        </>
      }
      actions={
        <span className="dim" role="status">
          {words[state]}
        </span>
      }
    />
  )
}

interface FootProps {
  readonly waits: string | null
  readonly busy: boolean
  readonly onRelease: (form: Form) => void
  readonly onKeep: () => void
  readonly onDrop: () => void
}

function Foot({ waits, busy, onRelease, onKeep, onDrop }: FootProps) {
  const disabled = waits !== null || busy
  useKeys('here', [
    { keys: 'Ctrl+Enter', label: t('compose.release'), run: () => onRelease('eml'), disabled, hint: true },
    { keys: 'Alt+A', label: t('compose.release-asc'), run: () => onRelease('asc'), disabled },
    { keys: 'Alt+C', label: t('compose.release-clipboard'), run: () => onRelease('clipboard'), disabled },
    { keys: 'Ctrl+S', label: t('compose.keep'), run: onKeep, hint: true },
    { keys: 'Alt+R', label: t('compose.add'), run: () => document.getElementById('compose-add')?.focus(), hint: true },
  ])
  return (
    <footer className="compose-foot">
      <Button look="filled" kbd="Ctrl+Enter" disabled={disabled} onPress={() => onRelease('eml')}>
        {t('compose.release')}
      </Button>
      <p className="grow" role="status">
        {waits ?? <span className="dim">{t('compose.ready')}</span>}
      </p>
      <Button kbd="Alt+A" disabled={disabled} onPress={() => onRelease('asc')}>
        {t('compose.release-asc')}
      </Button>
      <Button kbd="Alt+C" disabled={disabled} onPress={() => onRelease('clipboard')}>
        {t('compose.release-clipboard')}
      </Button>
      <Button kbd="Ctrl+S" onPress={onKeep}>
        {t('compose.keep')}
      </Button>
      <Button onPress={onDrop}>{t('compose.drop')}</Button>
    </footer>
  )
}
