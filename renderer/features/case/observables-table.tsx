/** The observables one by one: defanged, with state, source, and the other cases that hold them. */
import type { CaseObservable } from '../../../shared/domain/case/case.ts'
import { observableStates } from '../../../shared/domain/case/vocabulary.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { saying } from '../../../shared/words/say.ts'
import { go } from '../../state/route.ts'
import { showDone } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import { useCaseDesk } from './case-desk.ts'

/** More would make the page slow to draw; the filter finds the others. */
const most = 500

export const ObservablesTable = ({ shown }: { readonly shown: readonly CaseObservable[] }) => (
  <table className="plain-table">
    <thead>
      <tr>
        <th scope="col">{t('casepage.observable')}</th>
        <th scope="col">{t('casepage.type')}</th>
        <th scope="col">{t('casepage.state')}</th>
        <th scope="col">{t('casepage.source')}</th>
        <th scope="col">{t('casework.also-in')}</th>
      </tr>
    </thead>
    <tbody>
      {shown.slice(0, most).map((observable) => (
        <Row key={`${observable.type}:${observable.value}`} observable={observable} />
      ))}
    </tbody>
  </table>
)

function Row({ observable }: { readonly observable: CaseObservable }) {
  const { view, closed } = useCaseDesk()
  const { number } = view.state
  const { type, value, state, source } = observable
  const setState = async (chosen: string): Promise<void> => {
    const next = observableStates.find((one) => one === chosen)
    if (next === undefined) return
    const after = await act(number, { do: 'observe', observables: [{ type, value }], state: next })
    if (after !== null && next === 'compromised')
      showDone(saying('casework.compromised-task', { account: defang(observable) }))
  }
  const elsewhere = view.seenElsewhere.filter((seen) => seen.value === value)
  return (
    <tr>
      <td className="mono">{defang(observable)}</td>
      <td>{type}</td>
      <td className="state-cell">
        <select
          className="input"
          data-row
          aria-label={`${t('casepage.state')}: ${defang(observable)}`}
          value={state}
          disabled={closed}
          onChange={({ target }) => void setState(target.value)}
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
          <Button key={seen.number} look="link" onPress={() => go({ page: 'case', params: { number: seen.number } })}>
            <span className="mono">{seen.number}</span>
          </Button>
        ))}
      </td>
    </tr>
  )
}
