/** The observables of a case: state, source, where else they were seen; many are pasted at once, found by a word, copied defanged. */
import { Copy, Plus } from 'lucide-react'
import { useRef, useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'
import { AddObservables } from './add-observables.tsx'
import { useCaseDesk } from './case-desk.ts'
import { matchingObservables } from './matching.ts'
import { ObservablesTable } from './observables-table.tsx'
import { CopyDialog } from './release-dialogs.tsx'

export function ObservablesTab() {
  const { view, open, closed } = useCaseDesk()
  const { observables } = view.state
  const [words, setWords] = useState('')
  const box = useRef<HTMLInputElement>(null)
  const shown = matchingObservables(observables, words)
  const add = (
    <Button kbd="b" disabled={closed} onPress={() => open(AddObservables)}>
      <Plus aria-hidden />
      {t('casepage.observables-add')}
    </Button>
  )
  const copy = (): void =>
    open((props) => <CopyDialog {...props} values={words.trim() === '' ? null : shown.map(({ value }) => value)} />)
  useKeys('here', [
    { keys: 'Alt+F', label: t('casework.filter'), run: () => box.current?.focus() },
    { keys: 'y', label: t('casework.copy'), run: copy, hint: true, disabled: shown.length === 0 },
  ])
  if (observables.length === 0) return <Empty kind="none" title={t('casepage.observables-none')} action={add} />
  return (
    <div className="pad">
      <div className="tab-actions">
        {add}
        <Button kbd="y" disabled={shown.length === 0} onPress={copy}>
          <Copy aria-hidden />
          {t('casework.copy')}
        </Button>
        <span className="grow" />
        <label className="filter-line">
          <span className="dim">{t('casework.filter')}</span> <kbd className="kbd">Alt F</kbd>
          <input ref={box} className="input" value={words} onChange={({ target }) => setWords(target.value)} />
        </label>
        <span className="dim" role="status">
          {t('casework.filter-count', { n: shown.length, of: observables.length })}
        </span>
      </div>
      {shown.length === 0 ? (
        <Empty kind="filtered" title={t('casework.filter-none')} />
      ) : (
        <ObservablesTable shown={shown} />
      )}
    </div>
  )
}
