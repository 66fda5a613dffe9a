/** What was written, by file, size and hash, and what is to be done with it now. */
import type { CapsuleMade } from '../../../shared/ipc/handover-views.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Facts } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'
import { formatBytes, formatCount } from '../../ui/time-format.ts'

export type MadeKind = 'given' | 'receipt' | 'field' | 'back'

interface Props {
  readonly made: CapsuleMade
  readonly what: MadeKind
  readonly onClose: () => void
}

export function MadeDialog({ made: { file, bytes, sha256, cases, to }, what, onClose }: Props) {
  const title = what === 'given' ? t('handover.made-given', { to }) : t(`handover.made-${what}`)
  return (
    <Dialog
      title={title}
      sentence={t(`handover.made-${what}-why`, { to })}
      onClose={onClose}
      foot={<ActionButton keys="Enter" look="filled" label={t('ui.close')} onAct={onClose} />}
    >
      <Facts
        facts={[
          [
            t('handover.made-file'),
            <span key="file" className="mono break">
              {file}
            </span>,
          ],
          [t('handover.made-bytes'), `${formatBytes(bytes)} (${formatCount(bytes)} B)`],
          [t('handover.made-cases'), formatCount(cases)],
          [t('handover.made-sha'), <Sha key="sha" value={sha256} />],
        ]}
      />
    </Dialog>
  )
}

/** In groups of eight, so that it can be compared by eye and read out. */
export const Sha = ({ value }: { readonly value: string }) => (
  <span className="mono break">{(value.match(/.{1,8}/g) ?? []).join(' ')}</span>
)
