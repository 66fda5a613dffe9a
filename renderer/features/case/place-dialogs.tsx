/** The ladder with this case's place on it, and a place against its rung, with the reason. */
import { useState } from 'react'
import { ladderRungs } from '../../../shared/domain/order/ladder-rungs.ts'
import { teamPolicy } from '../../state/case-work.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { BandBadge } from '../../ui/band-badge.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Choices } from '../../ui/checkbox.tsx'
import { Select } from '../../ui/select.tsx'
import { sentence, t } from '../../ui/t.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'
import type { Band } from '../../../shared/domain/order/ladder.ts'

interface Rung {
  readonly rung: number
  readonly name: string
  readonly band: Band
  readonly note: string | null
}

/** Of the policy in force; the ladder that Signet ships where that was not answered yet. */
function useRungs(): readonly Rung[] {
  const policy = teamPolicy.use().value
  if (policy !== null) return policy.inForce.rungs.map(({ id, name, band, note }) => ({ rung: id, name, band, note }))
  return ladderRungs.map(({ rung, band, name, note }) => ({
    rung,
    band,
    name: sentence({ code: name, params: {} }),
    note: note === null ? null : sentence({ code: note, params: {} }),
  }))
}

export function LadderDialog({ view: { state }, onClose }: LayerProps) {
  const rungs = useRungs()
  const [chosen, choose] = useState(state.rung === null ? '' : String(state.rung))
  const go = async (): Promise<void> => {
    const value = chosen === '' ? null : Number(chosen)
    if ((await act(state.number, { do: 'set', field: 'rung', value })) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casework.ladder')}
      sentence={
        state.place === null
          ? t('casework.ladder-why')
          : t('casework.placed', { rung: state.place.rung, reason: state.place.reason, code: state.place.by })
      }
      go={t('casepage.set-go')}
      ready={chosen !== (state.rung === null ? '' : String(state.rung))}
      onGo={go}
      onClose={onClose}
      wide
    >
      <Choices
        label={t('field.rung')}
        value={chosen}
        choices={[
          ...rungs.map(({ rung, name, note }, at) => ({
            value: String(rung),
            label: `${String(at + 1)}. ${name}`,
            ...(note === null ? {} : { detail: note }),
          })),
          { value: '', label: t('casework.no-rung') },
        ]}
        onChange={choose}
      />
    </AskDialog>
  )
}

export function PlaceDialog({ view: { state, band }, onClose }: LayerProps) {
  const rungs = useRungs()
  const [rung, setRung] = useState(String(state.place?.rung ?? state.rung ?? ''))
  const [reason, setReason] = useState('')
  const go = async (): Promise<void> => {
    const command = { do: 'place', rung: rung === '' ? null : Number(rung), reason: reason.trim() } as const
    if ((await act(state.number, command)) !== null) onClose()
  }
  return (
    <AskDialog
      title={t('casework.move-title')}
      sentence={t('casework.move-why')}
      go={rung === '' ? t('casework.move-back') : t('casework.move-go')}
      ready={reason.trim() !== '' && rung !== String(state.place?.rung ?? '')}
      onGo={go}
      onClose={onClose}
    >
      <p className="row">
        <BandBadge band={band} /> {t('casework.own-rung', { rung: state.rung ?? '-' })}
      </p>
      <Select
        label={t('casework.move-to')}
        value={rung}
        choices={[
          { value: '', label: t('casework.move-own') },
          ...rungs.map(({ rung: id, name }, at) => ({ value: String(id), label: `${String(at + 1)}. ${name}` })),
        ]}
        onChange={setRung}
      />
      <TextArea label={t('page.reason')} rows={3} value={reason} onChange={setReason} autoFocus />
    </AskDialog>
  )
}
