/** Sets a case against its rung: where another rung stands, with the reason that the queue shows from then on. */
import { useState } from 'react'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import type { Policy } from '../../../shared/domain/order/policy.ts'
import { saying } from '../../../shared/words/say.ts'
import { placedRungs, placeOfRung } from '../../state/policy.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { TextField } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { t } from '../../ui/t.ts'
import { actOn } from './acts.ts'

interface Props {
  readonly state: CaseState
  readonly policy: Policy
  readonly onClose: () => void
}

const own = 'own'

export function PlaceDialog({ state, policy, onClose }: Props) {
  const { number, title, place } = state
  const [where, setWhere] = useState(place === null ? own : String(place.rung))
  const [reason, setReason] = useState('')
  const rungs = placedRungs(policy)
  const rung = where === own ? null : Number(where)
  const go = async (): Promise<void> => {
    const done = await actOn([number], { do: 'place', rung, reason: reason.trim() }, () =>
      rung === null
        ? saying('queue.unplaced', { number })
        : saying('queue.placed', { number, at: placeOfRung(policy, rung) ?? rung }),
    )
    if (done) onClose()
  }
  return (
    <AskDialog
      title={t('queue.place-title')}
      sentence={`${number} · ${title}. ${t('queue.place-sentence')}`}
      go={t('queue.place-go')}
      ready={reason.trim() !== '' && rung !== (place?.rung ?? null)}
      onGo={go}
      onClose={onClose}
    >
      <Select
        label={t('queue.place-where')}
        value={where}
        onChange={setWhere}
        choices={[
          { value: own, label: t('queue.place-own') },
          ...rungs.map(({ id, at, band, name }) => ({ value: String(id), label: `${String(at)} · ${band} · ${name}` })),
        ]}
      />
      <TextField label={t('page.reason')} value={reason} onChange={setReason} autoFocus />
    </AskDialog>
  )
}
