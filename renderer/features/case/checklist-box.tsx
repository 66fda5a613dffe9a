/** The checklist: every step with its state, who settled it and why; a box ticks, a second tick opens it again. */
import { Check as Tick, Minus } from 'lucide-react'
import type { CaseState, Check } from '../../../shared/domain/case/case.ts'
import type { WorkPhase } from '../../../shared/domain/case/vocabulary.ts'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import { itemsOf, nextOf, settled } from './progress.ts'
import { tierOf } from './tier-of.ts'

interface Props {
  readonly state: CaseState
  /** Phases left out are those that are finished and those still far. */
  readonly phases?: readonly WorkPhase[]
  /** Whose work each step usually is. */
  readonly tiers?: boolean
}

export function ChecklistBox({ state, phases = state.phases, tiers = false }: Props) {
  const next = nextOf(state)
  const current = next.kind === 'item' ? next.check.item : null
  return (
    <div className="checklist">
      {phases.map((phase) => {
        const items = itemsOf(state, phase)
        return (
          <section key={phase} aria-label={t(`phase.${phase}`)}>
            <h3 className="checklist-phase">
              {t(`phase.${phase}`)}
              <span>{t('casepage.phase-counts', { done: settled(items), of: items.length })}</span>
            </h3>
            <ul>
              {items.map((check) => (
                <Item key={check.item} check={check} state={state} current={check.item === current} tiers={tiers} />
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

interface ItemProps {
  readonly check: Check
  readonly state: CaseState
  readonly current: boolean
  readonly tiers: boolean
}

function Item({ check, state, current, tiers }: ItemProps) {
  const { item, state: settledAs, reason, by } = check
  const toggle = (): void =>
    void act(state.number, { do: 'check', item, state: settledAs === 'open' ? 'done' : 'open' })
  return (
    <li className={current ? 'check-item current' : 'check-item'}>
      <button
        type="button"
        role="checkbox"
        data-row
        aria-checked={settledAs === 'done' ? true : settledAs === 'na' ? 'mixed' : false}
        disabled={state.phase === 'closed'}
        onClick={toggle}
      >
        <span className={`item-box ${settledAs}`} aria-hidden>
          {settledAs === 'done' ? <Tick /> : settledAs === 'na' ? <Minus /> : null}
        </span>
        <span className="grow">
          <span className={settledAs === 'na' ? 'dim' : current ? 'strong' : ''}>{t(`check.${item}`)}</span>
          {settledAs === 'open' && reason === null ? null : (
            <small>
              {settledAs === 'na' ? `${t('casepage.item-na')}: ` : ''}
              {reason}
            </small>
          )}
        </span>
        {tiers ? (
          <span className="dim" title={t(`casework.tier-hint.${tierOf(item)}`)}>
            {tierOf(item)}
          </span>
        ) : null}
        {by === null ? null : <span className="mono dim">{by}</span>}
      </button>
    </li>
  )
}
