/** What became of a draft that was released: its hash, the way to the mail program, and the mark that it was sent. */
import { CircleCheck } from 'lucide-react'
import { useEffect, useState } from 'react'
import type { DraftView, Released } from '../../../shared/ipc/views.ts'
import { useSplitOff } from '../../state/drafts.ts'
import { markSent, openExchanges } from '../../state/exchanges.ts'
import { go, type Route } from '../../state/route.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Facts } from '../../ui/pane.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { useNames } from './split-strip.tsx'

interface Props {
  readonly released: Released
  readonly view: DraftView
}

const clearedAfterS = 20

export function ReleasedView({ released, view }: Props) {
  const { form, file, sha256, exchange } = released
  const { draft, recipients } = view
  const sentAt = openExchanges.use(exchange).value?.sentAt ?? null
  const facts: readonly (readonly [string, React.ReactNode])[] = [
    ...(file === null ? [] : [[t('compose.done-file'), file] as const]),
    [
      t('compose.done-to'),
      <ul key="to">
        {recipients.map(({ card, name, number }) => (
          <li key={card}>{t('compose.done-to-one', { name, n: number })}</li>
        ))}
      </ul>,
    ],
    [t('compose.done-hash'), <Hash key="hash" value={sha256} />],
  ]
  return (
    <div className="page composer">
      <PageHead title={t('compose.title')} sentence={draft.subject} />
      <div className="scroll">
        <div className="released">
          <div role="status">
            <h2>
              <CircleCheck aria-hidden /> {whatHappened(form, draft.protection === 'signed')}
            </h2>
          </div>
          {form === 'clipboard' ? <Clearing /> : null}
          <Facts facts={facts} />
          <Steps form={form} sentAt={sentAt} />
          <Next released={released} draft={draft} sent={sentAt !== null} />
          <p className="dim">
            {draft.case === null ? t('compose.done-kept') : t('compose.done-journal', { number: draft.case })}
          </p>
        </div>
      </div>
    </div>
  )
}

function whatHappened(form: Released['form'], signed: boolean): string {
  if (form === 'clipboard') return signed ? t('compose.done-clipboard-signed') : t('compose.done-clipboard')
  return signed ? t('compose.done-signed') : t('compose.done')
}

const Hash = ({ value }: { readonly value: string }) => (
  <span className="mono">{value.match(/.{1,8}/g)?.join(' ') ?? value}</span>
)

/** Core clears it; here the seconds are only counted. */
function Clearing() {
  const [left, setLeft] = useState(clearedAfterS)
  useEffect(() => {
    const timer = setInterval(() => setLeft((seconds) => Math.max(0, seconds - 1)), 1_000)
    return () => clearInterval(timer)
  }, [])
  return <p>{left === 0 ? t('compose.done-cleared') : t('compose.done-clear-in', { n: left })}</p>
}

const firstStep = {
  eml: 'compose.done-step-open',
  asc: 'compose.done-step-file',
  pgp: 'compose.done-step-file',
  clipboard: 'compose.done-step-paste',
} as const

function Steps({ form, sentAt }: { readonly form: Released['form']; readonly sentAt: string | null }) {
  return (
    <ol className="released-steps">
      <li>{t(firstStep[form])}</li>
      <li>{t('compose.done-step-send')}</li>
      <li>
        {sentAt === null
          ? t('compose.done-step-mark')
          : t('compose.done-marked', { at: formatTime(sentAt, 'day-time') })}
      </li>
    </ol>
  )
}

interface NextProps {
  readonly released: Released
  readonly draft: DraftView['draft']
  readonly sent: boolean
}

/** One filled button: mark as sent, then the next draft of a split, then back. */
function Next({ released: { exchange }, draft, sent }: NextProps) {
  const [other] = useSplitOff(draft.id)
  const home: Route =
    draft.case === null ? { page: 'exchanges', params: {} } : { page: 'case', params: { number: draft.case } }
  return (
    <div className="row">
      {sent ? null : (
        <ActionButton
          keys="Ctrl+Enter"
          hint
          look="filled"
          label={t('compose.mark-sent')}
          onAct={() => void markSent(exchange).then(told)}
          autoFocus
        />
      )}
      {other === undefined ? null : <NextDraft draft={other} filled={sent} />}
      <ActionButton
        keys="Escape"
        hint
        look={sent && other === undefined ? 'filled' : 'outline'}
        label={draft.case === null ? t('compose.back-list') : t('compose.back', { number: draft.case })}
        onAct={() => go(home)}
      />
      <ActionButton
        keys="x"
        hint
        label={t('compose.see')}
        onAct={() => go({ page: 'exchange', params: { id: exchange } })}
      />
    </div>
  )
}

function NextDraft({ draft, filled }: { readonly draft: string; readonly filled: boolean }) {
  return (
    <ActionButton
      keys="n"
      hint
      look={filled ? 'filled' : 'outline'}
      label={t('compose.split-next', { to: useNames(draft) })}
      onAct={() => go({ page: 'composer', params: { draft } })}
    />
  )
}
