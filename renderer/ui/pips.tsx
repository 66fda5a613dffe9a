/** Where a case stands among the phases that it takes: one square each, and the words for who cannot see them. */
import type { Phase, WorkPhase } from '../../shared/domain/case/vocabulary.ts'
import { t } from './t.ts'

export function PhasePips({ phase, phases }: { readonly phase: Phase; readonly phases: readonly WorkPhase[] }) {
  const now = phase === 'closed' ? phases.length : phases.indexOf(phase)
  const word = t(`phase.${phase}`)
  const name = phase === 'closed' ? word : t('queue.phase-of', { phase: word, at: now + 1, of: phases.length })
  return (
    <span className="pips" role="img" aria-label={name} title={name}>
      {phases.map((one, at) => (
        <span key={one} className={at < now ? 'pip pip-done' : at === now ? 'pip pip-now' : 'pip'} />
      ))}
    </span>
  )
}
