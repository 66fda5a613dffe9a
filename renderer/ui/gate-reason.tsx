/** One stop or condition: why, by which rule, and the buttons of what would let it pass; the first is the smallest change. */
import { CircleX, TriangleAlert } from 'lucide-react'
import type { VerdictReason } from '../../shared/domain/disclosure/verdict.ts'
import { Button } from './button.tsx'
import type { GateWay } from './gate-verdict.tsx'
import { useKeys } from './keys/use-keys.ts'
import { sentence, t } from './t.ts'

interface Props {
  readonly reason: VerdictReason
  readonly name: string
  readonly ways: readonly GateWay[]
  /** Counted from 1; null: so far down that it has no key of its own. */
  readonly place: number | null
}

export function GateReason({ reason: { level, said, clause, final }, name, ways, place }: Props) {
  const Icon = level === 'stop' ? CircleX : TriangleAlert
  const [first] = ways
  const keys = place === null ? null : `Alt+${String(place)}`
  useKeys(
    'here',
    first === undefined || keys === null
      ? []
      : [{ keys, label: `${first.label}: ${name}`, run: first.run, disabled: first.disabled ?? false }],
  )
  return (
    <article className={`gate-reason ${level}`}>
      <h3>
        <Icon aria-hidden />
        <span className="grow">
          {t(`uigate.level.${level}`)}: {name}
        </span>
      </h3>
      <p>{sentence(said)}</p>
      <p className="dim">
        {t('uigate.clause', { clause })} {final === true ? t('uigate.final') : null}
      </p>
      {first === undefined ? null : (
        <>
          <p className="gate-smallest">{t('uigate.smallest')}</p>
          <div className="gate-ways">
            {ways.map((way, at) => (
              <Button
                key={way.id}
                disabled={way.disabled ?? false}
                kbd={at === 0 ? (keys ?? undefined) : way.keys}
                onPress={way.run}
              >
                {way.label}
              </Button>
            ))}
          </div>
        </>
      )}
    </article>
  )
}
