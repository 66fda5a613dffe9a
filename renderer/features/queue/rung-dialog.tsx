/** The small choice after 1 to 4: which rung of that band. The same digits choose again, so `2 1` is the first rung of P2. */
import { Menu, MenuItem } from 'react-aria-components'
import type { Band } from '../../../shared/domain/order/ladder.ts'
import type { PlacedRung } from '../../state/policy.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'

interface Props {
  readonly band: Band
  readonly about: string
  readonly rungs: readonly PlacedRung[]
  /** Has the focus at first. */
  readonly proposed: PlacedRung | null
  readonly onChoose: (rung: PlacedRung) => void
  readonly onClose: () => void
}

export function RungDialog({ band, about, onClose, ...rest }: Props) {
  return (
    <Dialog title={t('queue.rung-title', { band })} sentence={about} onClose={onClose}>
      <Rungs {...rest} />
    </Dialog>
  )
}

function Rungs({ rungs, proposed, onChoose }: Pick<Props, 'rungs' | 'proposed' | 'onChoose'>) {
  // Nine digits; a longer band goes on with the arrows.
  useKeys(
    'here',
    rungs.slice(0, 9).map((rung, at) => ({ keys: String(at + 1), label: rung.name, run: () => onChoose(rung) })),
  )
  const choose = (key: string | number): void => {
    const rung = rungs.find(({ id }) => String(id) === key)
    if (rung !== undefined) onChoose(rung)
  }
  // A menu puts the focus on what is selected in it.
  const first = proposed === null ? [] : [String(proposed.id)]
  return (
    <Menu
      className="rungs"
      aria-label={t('queue.column.band')}
      autoFocus="first"
      selectionMode="single"
      defaultSelectedKeys={first}
      onAction={choose}
    >
      {rungs.map((rung, at) => (
        <MenuItem key={rung.id} id={String(rung.id)} textValue={rung.name} className="option rung">
          <span className="mono rung-number">{rung.at}</span>
          <span className="grow">{rung.name}</span>
          {rung.id === proposed?.id ? <span className="dim">{t('queue.rung-proposed')}</span> : null}
          {at < 9 ? <Kbd keys={String(at + 1)} /> : null}
        </MenuItem>
      ))}
    </Menu>
  )
}
