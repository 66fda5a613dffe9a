/** Pastes many observables at once, shows what was recognised before anything is written, then writes them in one step. */
import { useMemo, useState } from 'react'
import { extractObservables } from '../../../shared/domain/observable/extract.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { observableStates, type ObservableState } from '../../../shared/domain/case/vocabulary.ts'
import { Choices } from '../../ui/checkbox.tsx'
import { TextArea, TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'

const states = observableStates.map((value) => ({ value, label: t(`observable.${value}`) }))

export function AddObservables({ view: { state }, onClose }: LayerProps) {
  const [text, setText] = useState('')
  const [as, setAs] = useState<ObservableState>('seen')
  const [source, setSource] = useState('')
  const found = useMemo(() => extractObservables(text), [text])
  const known = new Set(state.observables.map(({ type, value }) => `${type}:${value}`))
  const old = found.filter(({ type, value }) => known.has(`${type}:${value}`)).length
  const add = async (): Promise<void> => {
    const observables = found.map(({ type, value }) => ({ type, value }))
    const from = source.trim() === '' ? {} : { source: source.trim() }
    if ((await act(state.number, { do: 'observe', observables, state: as, ...from })) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casepage.observables-title')}
      sentence={t('casepage.observables-paste')}
      go={t('casepage.observables-go', { n: found.length })}
      ready={found.length > 0}
      onGo={add}
      onClose={onClose}
      wide
    >
      <TextArea label={t('casepage.observables')} rows={6} mono value={text} onChange={setText} autoFocus />
      <p role="status" className="dim">
        {text.trim() === '' ? ' ' : t('casepage.observables-preview', { n: found.length, known: old })}
      </p>
      {found.length === 0 ? null : (
        <ul className="found-list" tabIndex={0} aria-label={t('casepage.observables')}>
          {found.slice(0, 200).map((observable) => (
            <li key={`${observable.type}:${observable.value}`}>
              <span className="mono">{defang(observable)}</span>
              <span className="dim">{observable.type}</span>
              <span className="dim">
                {observable.private ? t('casepage.observables-private') : ''}
                {known.has(`${observable.type}:${observable.value}`) ? t('casepage.observables-known') : ''}
              </span>
            </li>
          ))}
        </ul>
      )}
      <Choices label={t('casepage.observables-state')} look="segments" value={as} choices={states} onChange={setAs} />
      {as === 'compromised' ? <p className="dim">{t('casework.compromised-why')}</p> : null}
      <TextField label={t('casepage.observables-source')} value={source} onChange={setSource} />
    </AskDialog>
  )
}
