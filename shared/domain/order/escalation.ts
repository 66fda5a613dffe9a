/** Which steps of the team's escalation a case has reached and nobody has taken yet (P-36, O-20). */
import type { Saying } from '../../words/say.ts'
import { severities, type Severity } from '../case/vocabulary.ts'
import { bands, type Band } from './ladder.ts'
import type { EscalationStep } from './policy.ts'
import type { QueueFacts } from './queue-facts.ts'
import { isBreached } from './queue-order.ts'
import { standingOf, type Ranking, type Standing } from './ranking.ts'
import { span } from './span.ts'

export type Escalating = Pick<QueueFacts, 'phase' | 'severity' | 'openedAt' | 'respondedAt' | 'due' | 'escalated'>

/** Asked of every case of a queue: made once for a minute, it parses no time. */
export type Escalations = (facts: Escalating, standing: Pick<Standing, 'band'>) => readonly EscalationStep[]

/** In the order of the policy. A band or severity of a step means that one and every graver one; a closed case goes nowhere. */
export function escalationsAt({ policy }: Ranking, now: string): Escalations {
  const steps = policy.escalation.map((step) => ({
    step,
    until: new Date(Date.parse(now) - (step.after ?? 0) * 60_000).toISOString(),
  }))
  const none: readonly EscalationStep[] = []
  return (facts, { band }) => {
    if (facts.phase === 'closed') return none
    const held = steps.filter(({ step, until }) => holds(step, until, facts, band, now))
    return held.length === 0 ? none : held.map(({ step }) => step)
  }
}

function holds(step: EscalationStep, until: string, facts: Escalating, band: Band, now: string): boolean {
  if (!reaches(step, facts.severity, band) || facts.escalated.includes(step.id)) return false
  const since = sinceWhen(step, facts, now)
  return since !== null && since <= until
}

export const escalationsOf = (
  facts: QueueFacts,
  ranking: Ranking,
  now: string,
  standing: Pick<Standing, 'band'> = standingOf(ranking, facts, now),
): readonly EscalationStep[] => escalationsAt(ranking, now)(facts, standing)

const reaches = ({ band, severity }: EscalationStep, has: Severity | null, stands: Band): boolean =>
  (band === null || bands.indexOf(stands) <= bands.indexOf(band)) &&
  (severity === null || (has !== null && severities.indexOf(has) >= severities.indexOf(severity)))

/** null: it does not hold at all. */
function sinceWhen({ what }: EscalationStep, { openedAt, respondedAt, due }: Escalating, now: string): string | null {
  switch (what) {
    case 'any':
      return openedAt
    case 'unanswered':
      return respondedAt === null ? openedAt : null
    case 'breached':
      return isBreached({ due }, now) ? due : null
  }
}

/** "To N2: nobody has answered the reporter for 2 h." */
export function sayEscalation(step: EscalationStep, facts: QueueFacts, { band }: Standing, now: string): Saying {
  const since = sinceWhen(step, facts, now) ?? now
  return {
    code: `escalate.${step.what}`,
    params: {
      to: step.to,
      time: span(Date.parse(now) - Date.parse(since)),
      band,
      severity: facts.severity ?? 'unknown',
    },
  }
}
