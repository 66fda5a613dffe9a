/** The observables of a case: state, source, where else they were seen; many are pasted at once. */
import { Plus } from 'lucide-react'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { observableStates } from '../../../shared/domain/case/vocabulary.ts'
import type { CaseObservable } from '../../../shared/domain/case/case.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import type { LayerName } from './layers.tsx'

interface Props {
  readonly view: CaseView
  readonly onOpen: (layer: LayerName) => void
}

export function ObservablesTab({ view, onOpen }: Props) {
  const { observables, number } = view.state
  const add = (
    <Button kbd="b" onPress={() => onOpen('observables')}>
      <Plus aria-hidden />
      {t('casepage.observables-add')}
    </Button>
  )
  if (observables.length === 0) return <Empty kind="none" title={t('casepage.observables-none')} action={add} />
  return (
    <div className="pad">
      <div className="tab-actions">{add}</div>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('casepage.observable')}</th>
            <th scope="col">{t('casepage.type')}</th>
            <th scope="col">{t('casepage.state')}</th>
            <th scope="col">{t('casepage.source')}</th>
            <th scope="col">{t('casepage.seen')}</th>
          </tr>
        </thead>
        <tbody>
          {observables.map((observable) => (
            <Row key={`${observable.type}:${observable.value}`} observable={observable} view={view} number={number} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface RowProps {
  readonly observable: CaseObservable
  readonly view: CaseView
  readonly number: string
}

function Row({ observable, view, number }: RowProps) {
  const { type, value, state, source } = observable
  const setState = (chosen: string): void => {
    const next = observableStates.find((one) => one === chosen)
    if (next !== undefined) void act(number, { do: 'observe', observables: [{ type, value }], state: next })
  }
  const elsewhere = view.seenElsewhere.filter((seen) => seen.value === value)
  return (
    <tr>
      <td className="mono">{defang(observable)}</td>
      <td>{type}</td>
      <td className="state-cell">
        <select
          className="input"
          aria-label={`${t('casepage.state')}: ${defang(observable)}`}
          value={state}
          disabled={view.state.phase === 'closed'}
          onChange={({ target }) => setState(target.value)}
        >
          {observableStates.map((one) => (
            <option key={one} value={one}>
              {t(`observable.${one}`)}
            </option>
          ))}
        </select>
      </td>
      <td>{source ?? ''}</td>
      <td>
        {elsewhere.slice(0, 5).map((seen) => (
          <Button key={seen.number} look="quiet" onPress={() => go({ page: 'case', params: { number: seen.number } })}>
            <span className="mono">{seen.number}</span>
          </Button>
        ))}
      </td>
    </tr>
  )
}
