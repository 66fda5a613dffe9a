/** The small choice after 1 to 4: which rung of that band. The same digits choose again, so `2 1` is rung 3. */
import { Menu, MenuItem } from 'react-aria-components'
import type { Band } from '../../../shared/domain/order/ladder.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'
import { rungsOf, type Rung } from './verbs.ts'

interface Props {
  readonly band: Band
  readonly title: string
  readonly onChoose: (rung: Rung) => void
  readonly onClose: () => void
}

export function RungDialog({ band, title, onChoose, onClose }: Props) {
  return (
    <Dialog title={t('queue.rung-title', { band })} sentence={title} onClose={onClose}>
      <Rungs rungs={rungsOf[band]} onChoose={onChoose} />
    </Dialog>
  )
}

function Rungs({ rungs, onChoose }: { readonly rungs: readonly Rung[]; readonly onChoose: (rung: Rung) => void }) {
  useKeys(
    'here',
    rungs.map((rung, at) => ({ keys: String(at + 1), label: t(`rung.${rung}`), run: () => onChoose(rung) })),
  )
  const choose = (key: string | number): void => {
    const rung = rungs.find((candidate) => String(candidate) === key)
    if (rung !== undefined) onChoose(rung)
  }
  return (
    <Menu className="rungs" aria-label={t('queue.column.band')} autoFocus="first" onAction={choose}>
      {rungs.map((rung, at) => (
        <MenuItem key={rung} id={String(rung)} textValue={t(`rung.${rung}`)} className="option rung">
          <span className="mono rung-number">{rung}</span>
          <span className="grow">{t(`rung.${rung}`)}</span>
          <Kbd keys={String(at + 1)} />
        </MenuItem>
      ))}
    </Menu>
  )
}
