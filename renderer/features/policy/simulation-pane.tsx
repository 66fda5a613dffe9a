/** What the draft would do to the open cases, always beside what is being changed: how many move, from where to where, and why. */
import { FlaskConical } from 'lucide-react'
import type { PolicyView, Simulation } from '../../../shared/ipc/case-views.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { Pane, Section } from '../../ui/pane.tsx'
import { Tag } from '../../ui/tag.tsx'
import { sentence, t } from '../../ui/t.ts'
import { formatCount } from '../../ui/time-format.ts'
import type { Draft } from './use-draft.ts'

interface Props {
  readonly draft: Draft
  readonly faults: PolicyView['faults']
}

export function SimulationPane({ draft, faults }: Props) {
  const { simulation, isDraft, problem } = draft
  const ofAll = faults.filter(({ rung }) => rung === null)
  return (
    <Pane label={t('policy.sim')}>
      <div className="row">
        <Tag>
          <FlaskConical aria-hidden />
          {t('policy.sim')}
        </Tag>
        <span className="dim">{t('policy.sim-nothing')}</span>
      </div>
      {problem === null ? null : <ProblemNote problem={problem} />}
      {ofAll.map(({ said }) => (
        <Note key={said.code} tone="condition" code={said.code}>
          {sentence(said)}
        </Note>
      ))}
      <div role="status" aria-live="polite" className="policy-sim">
        {isDraft ? <Outcome simulation={simulation} /> : <NoDraft />}
      </div>
      {simulation === null || simulation.rows.length === 0 ? null : <Moves simulation={simulation} />}
    </Pane>
  )
}

function NoDraft() {
  return (
    <>
      <h2>{t('policy.sim-same')}</h2>
      <p className="dim">{t('policy.sim-same-why')}</p>
    </>
  )
}

function Outcome({ simulation }: { readonly simulation: Simulation | null }) {
  if (simulation === null) return <h2>{t('policy.sim-counting')}</h2>
  const { of, moved, bandChanged, said } = simulation
  return (
    <>
      <h2>{moved === 0 ? t('policy.sim-none') : t('policy.sim-moves', { n: moved })}</h2>
      <p>{sentence(said)}</p>
      <p className="dim">
        {t('policy.sim-keep', { keep: formatCount(of - moved), of: formatCount(of) })}{' '}
        {bandChanged === 0 ? t('policy.sim-no-bands') : t('policy.sim-bands', { n: bandChanged })}
      </p>
    </>
  )
}

function Moves({ simulation }: { readonly simulation: Simulation }) {
  const { rows, moved } = simulation
  return (
    <Section
      title={t('policy.sim-places')}
      aside={rows.length < moved ? <span className="dim">{t('policy.sim-most', { n: rows.length })}</span> : undefined}
    >
      <ul>
        {rows.map(({ number, title, from, to, because }) => (
          <li key={number} className="policy-move">
            <div className="policy-move-line">
              <Button look="link" onPress={() => go({ page: 'case', params: { number } })}>
                <span className="mono">{number}</span>
              </Button>
              <span className="strong cut grow" title={title}>
                {title}
              </span>
              <span className="mono policy-places">
                {from} → {to}
              </span>
            </div>
            <p className="dim">{sentence(because)}</p>
          </li>
        ))}
      </ul>
    </Section>
  )
}
