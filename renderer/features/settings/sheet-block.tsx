/** The recovery sheet of today: when it was made, whether it was proved, and a new one. */
import { useState } from 'react'
import type { VaultKeys } from '../../../shared/ipc/vault-views.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Facts } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'
import { Time } from '../../ui/time.tsx'
import { Block } from './block.tsx'
import { NewSheetDialog } from './new-sheet-dialog.tsx'
import { ProveDialog } from './prove-dialog.tsx'

export function SheetBlock({ keys }: { readonly keys: VaultKeys }) {
  const [open, setOpen] = useState<'prove' | 'new' | null>(null)
  const { since, provedAt, next } = keys.recovery
  const close = (): void => setOpen(null)
  return (
    <Block title={t('lock-keys.sheet')} why={t('lock-keys.sheet-why')}>
      <Facts
        facts={[
          [t('lock-keys.sheet-made'), <Time key="made" at={since} form="iso" />],
          [
            t('lock-keys.proved'),
            provedAt === null ? t('lock-keys.not-proved') : <Time key="proved" at={provedAt} form="iso" />,
          ],
          ...(next === null ? [] : [[t('lock-keys.next-sheet'), <Time key="next" at={next} form="iso" />] as const]),
        ]}
      />
      {next === null ? null : <p className="dim">{t('lock-keys.next-why')}</p>}
      <div className="row">
        <ActionButton keys="v" label={t('lock-keys.prove')} onAct={() => setOpen('prove')} hint />
        <ActionButton keys="s" label={t('lock-keys.new-sheet')} onAct={() => setOpen('new')} hint />
      </div>
      {open === 'prove' ? <ProveDialog onClose={close} /> : null}
      {open === 'new' ? <NewSheetDialog onClose={close} /> : null}
    </Block>
  )
}
