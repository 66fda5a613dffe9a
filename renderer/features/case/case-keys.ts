/** The keys of a case's page that work from every tab. */
import { useEffect, useRef } from 'react'
import { bands } from '../../../shared/domain/order/ladder.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { client } from '../../bridge/client.ts'
import { go } from '../../state/route.ts'
import { offerUndo, told } from '../../state/toasts.ts'
import type { Binding } from '../../ui/keys/registry.ts'
import { useRowKeys } from '../../ui/keys/rows.ts'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'
import { tabKey, tabNames, type CaseDesk } from './case-desk.ts'
import { detailKeys } from './details-box.tsx'
import { layers } from './layers.tsx'
import { compose } from './party-acts.tsx'
import { giveBack, takeBack } from './take-back.ts'

/** The neighbour in the order of the queue. */
async function toNeighbour({ position }: CaseView, by: 1 | -1): Promise<void> {
  const from = (position?.at ?? 0) - 1 + by
  if (position === null || from < 0 || from >= position.of) return
  const found = told(await client['queue.window']({ order: 'policy', from, count: 1 }))
  const number = found?.rows[0]?.number
  if (number !== undefined) go({ page: 'case', params: { number } })
}

export function useCaseKeys(desk: CaseDesk): void {
  const { view } = desk
  useRowKeys()
  const newest = useRef(view)
  useEffect(() => {
    newest.current = view
  })
  useEffect(() => offerUndo(() => void takeBack(newest.current)), [])
  useKeys('here', [...goingKeys(desk), ...fieldKeys(desk), ...workKeys(desk), ...partyKeys(desk)])
}

const goingKeys = ({ view, goTab }: CaseDesk): readonly Binding[] => [
  ...tabNames.map((id) => ({ keys: tabKey(id), label: t(`casepage.tab.${id}`), run: () => goTab(id) })),
  { keys: ']', label: t('casepage.next-case'), run: () => void toNeighbour(view, 1) },
  { keys: '[', label: t('casepage.previous-case'), run: () => void toNeighbour(view, -1) },
  { keys: 'u', label: t('casework.undo'), run: () => void takeBack(view), hint: true },
  { keys: 'Ctrl+Shift+Z', label: t('casework.redo'), run: () => void giveBack(view) },
]

const fieldKeys = ({ open, closed: disabled }: CaseDesk): readonly Binding[] => [
  ...bands.map((band, at) => ({
    keys: String(at + 1),
    label: t('casepage.into-band', { band }),
    run: () => open(layers.band(band)),
    disabled,
  })),
  ...detailKeys.map(({ field, keys }) => ({
    keys,
    label: t('casepage.set', { field: t(`field.${field}`) }),
    run: () => open(layers.set(field)),
    disabled,
  })),
  {
    keys: 'H',
    label: t('casepage.set', { field: t('field.classes') }),
    run: () => open(layers.set('classes')),
    disabled,
  },
  { keys: 'l', label: t('casework.ladder'), run: () => open(layers.ladder), disabled },
  { keys: 'L', label: t('casework.move'), run: () => open(layers.place), disabled },
]

const workKeys = ({ view, open, closed: disabled }: CaseDesk): readonly Binding[] => [
  { keys: 'c', label: t('casepage.compose'), run: () => void compose(view.state.number), hint: true },
  { keys: 'b', label: t('casepage.observables-add'), run: () => open(layers.observables), hint: true, disabled },
  { keys: 'n', label: t('casepage.task-add'), run: () => open(layers.task), disabled },
  { keys: 'f', label: t('casepage.files-add'), run: () => open(layers.evidence), disabled },
  { keys: 'p', label: t('casepage.phase'), run: () => open(layers.phase), hint: true, disabled },
  { keys: 'e', label: t('casepage.close'), run: () => open(layers.close), hint: true, disabled },
  { keys: 'r', label: t('casework.link'), run: () => open(layers.link) },
  { keys: 'w', label: t('casework.clocks'), run: () => open(layers.clocks), disabled },
  { keys: 'W', label: t('casework.wake'), run: () => open(layers.wake), disabled },
  { keys: 'F', label: t('casework.respond'), run: () => open(layers.respond), disabled },
  { keys: 'O', label: t('casework.legal'), run: () => open(layers.legal), disabled },
  { keys: 'm', label: t('casework.permit'), run: () => open(layers.permit), disabled },
  {
    keys: 'x',
    label: t('casework.escalate'),
    run: () => open(layers.escalate),
    disabled: disabled || view.escalate.length === 0,
  },
  { keys: 'Ctrl+P', label: t('casepage.report'), run: () => open(layers.output) },
]

function partyKeys({ party, open, closed }: CaseDesk): readonly Binding[] {
  const disabled = closed || party === null
  const id = party?.party.id ?? ''
  const waits = party?.standing === 'overdue' || party?.standing === 'waiting'
  return [
    { keys: 'A', label: t('casework.party-add'), run: () => open(layers.party), disabled: closed },
    { keys: 'h', label: t('casework.call'), run: () => open(layers.call(id)), hint: true, disabled },
    { keys: 'q', label: t('casework.ask'), run: () => open(layers.ask(id)), disabled },
    { keys: 'N', label: t('casework.answer'), run: () => open(layers.answer(id)), disabled: disabled || !waits },
  ]
}
