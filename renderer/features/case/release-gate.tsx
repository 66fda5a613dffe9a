/** The disclosure gate in a question that lets something of a case out: the same verdict and override as in every other way out. */
import { kindOf } from '../../../shared/domain/disclosure/supposed.ts'
import type { Verdict } from '../../../shared/domain/disclosure/verdict.ts'
import type { Saying } from '../../../shared/words/say.ts'
import { cardLists } from '../../state/cards.ts'
import { GateOverride, type Override } from '../../ui/gate-override.tsx'
import { fixWords } from '../../ui/gate-fix.ts'
import { GateVerdict, testedWords } from '../../ui/gate-verdict.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import type { Consent } from './consent.ts'

interface Props {
  /** null: not answered yet. */
  readonly verdict: Verdict | null
  readonly problem: Saying | null
  readonly consent: Consent
  readonly onChange: (consent: Consent) => void
  /** The words of what is done, for the override. */
  readonly go: string
  readonly onOverride: (override: Override) => Promise<void>
}

export function ReleaseGate({ verdict, problem, consent, onChange, go, onOverride }: Props) {
  const at = new Date(useNow()).toISOString()
  const cards = cardLists.use('').value ?? []
  if (problem !== null) return <ProblemNote problem={problem} />
  if (verdict === null) return <p className="dim">{t('casework.gate-asking')}</p>
  const nameOf = (recipient: string | null): string => {
    const kind = recipient === null ? null : kindOf(recipient)
    if (kind !== null) return t(`recipient-class.${kind}`)
    return cards.find(({ id }) => id === recipient)?.name ?? recipient ?? t('uigate.whole')
  }
  return (
    <div className="release-gate">
      <GateVerdict
        verdict={verdict}
        tested={testedWords(verdict, at)}
        nameOf={nameOf}
        waysOf={({ fix, recipient }) =>
          fix?.kind === 'redact'
            ? [
                {
                  id: fix.kind,
                  label: fixWords(fix, nameOf(recipient)),
                  run: () => onChange({ ...consent, hide: [...new Set([...consent.hide, ...fix.items])] }),
                },
              ]
            : []
        }
        accepted={consent.accepted}
        onAccept={(accepted) => onChange({ ...consent, accepted })}
      />
      <GateOverride verdict={verdict} go={go} onOverride={onOverride} />
    </div>
  )
}
