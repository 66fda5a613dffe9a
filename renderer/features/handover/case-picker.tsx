/** Some cases only: those of the handover's lines, or any that is found by its words. */
import { useDeferredValue, useMemo, useState } from 'react'
import type { HandoverView } from '../../../shared/ipc/handover-views.ts'
import { caseSearches } from '../../state/case-work.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field, TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly view: HandoverView
  readonly chosen: readonly string[]
  readonly onChange: (numbers: readonly string[]) => void
}

export function CasePicker({ view, chosen, onChange }: Props) {
  const [words, setWords] = useState('')
  const asked = useDeferredValue(words.trim())
  const found = caseSearches.use(asked === '' ? null : asked).value?.cases ?? []
  const own = useMemo(() => casesOf(view), [view])
  const shown = asked === '' ? own : found
  const toggle = (number: string, on: boolean): void =>
    onChange(on ? [...chosen, number] : chosen.filter((one) => one !== number))
  return (
    <>
      <TextField
        label={t('handover.give-find')}
        aside={t('handover.give-chosen', { n: chosen.length })}
        value={words}
        onChange={setWords}
      />
      <Field label={t('handover.give-found')}>
        <div className="case-picker" tabIndex={0} role="group" aria-label={t('handover.give-found')}>
          {shown.length === 0 ? <p className="dim">{t('handover.give-none')}</p> : null}
          {shown.map(({ number, title }) => (
            <Checkbox key={number} checked={chosen.includes(number)} onChange={(on) => toggle(number, on)}>
              <span className="mono">{number}</span> {title}
            </Checkbox>
          ))}
        </div>
      </Field>
    </>
  )
}

/** Each once, in the order of the lines. */
function casesOf({
  needs,
  waiting,
  changed,
}: HandoverView): readonly { readonly number: string; readonly title: string }[] {
  const all = [...needs, ...waiting, ...changed].map(({ number, title }) => [number, title] as const)
  return [...new Map(all)].map(([number, title]) => ({ number, title }))
}
