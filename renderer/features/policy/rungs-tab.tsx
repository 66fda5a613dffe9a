/** The rungs: list and form of the selected one, worked by keys. */
import { useEffect, useState } from 'react'
import { bands, type Band } from '../../../shared/domain/order/ladder.ts'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import type { PolicyView } from '../../../shared/ipc/case-views.ts'
import { saying } from '../../../shared/words/say.ts'
import { showDone, showProblem } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'
import { addRung, dropRung, moveRung, setRung } from './edit-policy.ts'
import { OtherForm, RungForm, rungNameId } from './rung-form.tsx'
import { revealRung, RungList } from './rung-list.tsx'
import type { Draft } from './use-draft.ts'

interface Props {
  readonly draft: Draft
  readonly inForce: Policy
  readonly faults: PolicyView['faults']
  readonly words: string
}

export function RungsTab({ draft, inForce, faults, words }: Props) {
  const { policy, edit } = draft
  const [wanted, setSelected] = useState(0)
  const last = policy.rungs.length
  const selected = Math.max(0, Math.min(wanted, last))
  const rung = policy.rungs[selected]
  useEffect(() => revealRung(selected), [selected])

  const move = (from: number, to: number): void => {
    if (policy.rungs[from] === undefined || to < 0 || to >= last) return
    edit(moveRung(policy, from, to))
    setSelected(to)
  }
  const step = (by: 1 | -1): void => setSelected(Math.max(0, Math.min(selected + by, last)))
  const setBand = (band: Band): void => (rung === undefined ? undefined : edit(setRung(policy, rung.id, { band })))
  const add = (): void => {
    const next = addRung(policy, Math.min(selected, last - 1), t('policy.added'), inForce.rungs)
    if (next === null) return showProblem(saying('policy.full'))
    edit(next)
    setSelected(Math.min(selected, last - 1) + 1)
    requestAnimationFrame(focusName)
  }
  const remove = (): void => {
    if (rung === undefined) return
    edit(dropRung(policy, rung.id))
    showDone(saying('policy.removed', { at: selected + 1, name: rung.name }), () => edit(policy))
  }
  const none = rung === undefined
  const arrows = { keys: 'Alt ↑ Alt ↓', label: t('policy.move') }
  useKeys('here', [
    {
      keys: 'j',
      label: t('queue.down'),
      run: () => step(1),
      hint: true,
      hintAs: { keys: 'j k', label: t('page.move') },
    },
    { keys: 'k', label: t('queue.up'), run: () => step(-1) },
    { keys: 'ArrowDown', label: t('queue.down'), run: () => step(1), silent: true },
    { keys: 'ArrowUp', label: t('queue.up'), run: () => step(-1), silent: true },
    { keys: 'Home', label: t('queue.up'), run: () => setSelected(0), silent: true },
    { keys: 'End', label: t('queue.down'), run: () => setSelected(last), silent: true },
    {
      keys: 'Alt+ArrowUp',
      label: t('policy.move-up'),
      run: () => move(selected, selected - 1),
      disabled: none,
      hint: true,
      hintAs: arrows,
    },
    { keys: 'Alt+ArrowDown', label: t('policy.move-down'), run: () => move(selected, selected + 1), disabled: none },
    ...bands.map((band, at) => ({
      keys: String(at + 1),
      label: t('policy.band-set', { band }),
      run: () => setBand(band),
      disabled: none,
      hint: at === 0,
      hintAs: { keys: '1–4', label: t('policy.band-any') },
    })),
  ])
  return (
    <div className="policy-rungs">
      <RungList
        policy={policy}
        inForce={inForce}
        faults={faults}
        selected={selected}
        onSelect={setSelected}
        onMove={move}
        words={words}
      />
      <div className="policy-acts">
        <ActionButton keys="e" label={t('policy.edit')} look="quiet" onAct={focusName} hint />
        <ActionButton keys="n" label={t('policy.add')} look="quiet" onAct={add} hint />
        <ActionButton keys="Delete" label={t('policy.remove')} look="quiet" disabled={none} onAct={remove} />
      </div>
      {rung === undefined ? (
        <OtherForm policy={policy} onChange={(otherBySeverity) => edit({ ...policy, otherBySeverity })} />
      ) : (
        <RungForm
          rung={rung}
          at={selected}
          onChange={(change, typing) => edit(setRung(policy, rung.id, change), typing)}
        />
      )}
    </div>
  )
}

function focusName(): void {
  const field = document.getElementById(rungNameId)?.querySelector<HTMLElement>('input, select')
  field?.focus()
}
