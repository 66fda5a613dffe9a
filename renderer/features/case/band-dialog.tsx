/** The small choice after 1 to 4, as in the queue: which rung of that band. The same digits choose again. */
import { Menu, MenuItem } from 'react-aria-components'
import type { Band } from '../../../shared/domain/order/ladder.ts'
import { ladderRungs, type LadderRung } from '../../../shared/domain/order/ladder-rungs.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { sentence, t } from '../../ui/t.ts'
import { act } from './act.ts'
import type { LayerProps } from './case-desk.ts'

interface Props extends LayerProps {
  /** The band that was asked for, not the one that it has. */
  readonly into: Band
}

const nameOf = ({ name }: LadderRung): string => sentence({ code: name, params: {} })

export function BandDialog({ view: { state }, into, onClose }: Props) {
  const choose = async (rung: number): Promise<void> => {
    if ((await act(state.number, { do: 'set', field: 'rung', value: rung })) !== null) onClose()
  }
  return (
    <Dialog title={t('casepage.into-band', { band: into })} sentence={state.title} onClose={onClose}>
      <Rungs rungs={ladderRungs.filter((rung) => rung.band === into)} onChoose={(rung) => void choose(rung)} />
    </Dialog>
  )
}

interface RungsProps {
  readonly rungs: readonly LadderRung[]
  readonly onChoose: (rung: number) => void
}

function Rungs({ rungs, onChoose }: RungsProps) {
  useKeys(
    'here',
    rungs.map((one, at) => ({ keys: String(at + 1), label: nameOf(one), run: () => onChoose(one.rung) })),
  )
  return (
    <Menu aria-label={t('field.rung')} autoFocus="first" onAction={(key) => onChoose(Number(key))}>
      {rungs.map((one, at) => (
        <MenuItem key={one.rung} id={String(one.rung)} textValue={nameOf(one)} className="option">
          <span className="mono">{one.rung}</span>
          <span className="grow">{nameOf(one)}</span>
          <Kbd keys={String(at + 1)} />
        </MenuItem>
      ))}
    </Menu>
  )
}
