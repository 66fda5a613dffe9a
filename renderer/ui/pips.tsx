/** Where a case stands among triage, coordination and resolution: three squares, and the word for who cannot see them. */
import { workPhases, type Phase } from '../../shared/domain/case/vocabulary.ts'
import { t } from './t.ts'

export function PhasePips({ phase }: { readonly phase: Phase }) {
  const now = phase === 'closed' ? workPhases.length : workPhases.indexOf(phase)
  return (
    <span className="pips" role="img" aria-label={t(`phase.${phase}`)} title={t(`phase.${phase}`)}>
      {workPhases.map((name, at) => (
        <span key={name} className={at < now ? 'pip pip-done' : at === now ? 'pip pip-now' : 'pip'} />
      ))}
    </span>
  )
}
