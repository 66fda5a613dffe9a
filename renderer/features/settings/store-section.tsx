/** The sealed store: what is damaged, the full check, its place, backups that count only after they were opened, what may be removed. */
import { useState } from 'react'
import type { BackupDone, ExportedAll } from '../../../shared/ipc/vault-views.ts'
import type { Grant } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { me } from '../../state/me.ts'
import { go } from '../../state/route.ts'
import { backups, lookInside, pickBackup, verifyBackup } from '../../state/store.ts'
import { showDone } from '../../state/toasts.ts'
import { BackupPassphrase } from '../../ui/backup-passphrase.tsx'
import { useNow } from '../../ui/now.ts'
import { Note } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { daysLeft } from '../../ui/time-format.ts'
import { RetentionBlock } from './retention-block.tsx'
import { BackupBlock } from './store/backup-block.tsx'
import { CheckBlock } from './store/check-block.tsx'
import { DamageBox, useFindings } from './store/damage-box.tsx'
import { ExportDialog } from './store/export-dialog.tsx'
import { PlaceBlock } from './store/place-block.tsx'
import { PlanDialog } from './store/plan-dialog.tsx'
import { Exported, Proved } from './store/results.tsx'
import './store/store.css'

type Layer = { readonly kind: 'plan' | 'export' } | { readonly kind: 'check' | 'look'; readonly file: Grant } | null

export function StoreSection() {
  const [layer, setLayer] = useState<Layer>(null)
  const [proved, setProved] = useState<BackupDone | null>(null)
  const [exported, setExported] = useState<ExportedAll | null>(null)
  const damaged = useFindings().findings.length > 0
  const readOnly = (me.use().value?.readOnly ?? null) !== null
  const close = (): void => setLayer(null)
  const choose = async (kind: 'check' | 'look'): Promise<void> => {
    const file = await pickBackup(t(kind === 'check' ? 'store.verify' : 'store.look'))
    if (file !== null) setLayer({ kind, file })
  }
  return (
    <>
      <DamageBox onLook={() => void choose('look')} />
      {damaged || readOnly ? null : <Reminder />}
      <CheckBlock />
      <PlaceBlock />
      <BackupBlock
        onPlan={() => setLayer({ kind: 'plan' })}
        onCheck={() => void choose('check')}
        onLook={() => void choose('look')}
        onExport={() => setLayer({ kind: 'export' })}
        damaged={damaged}
        readOnly={readOnly}
      >
        {proved === null ? null : <Proved done={proved} />}
        {exported === null ? null : <Exported done={exported} />}
      </BackupBlock>
      <RetentionBlock />
      <Layers layer={layer} onClose={close} onProved={setProved} onExported={setExported} />
    </>
  )
}

const oldBackup = 7

function Reminder() {
  const { value } = backups.use()
  const now = useNow()
  if (value === null) return null
  if (value.last === null) return <Note tone="condition">{t('store.never')}</Note>
  const days = -daysLeft(value.last.at, now) - 1
  if (value.due) return <Note tone="condition">{t('store.due')}</Note>
  return value.plan.every === 'never' && days >= oldBackup ? (
    <Note tone="condition">{t('store.old', { n: days })}</Note>
  ) : null
}

interface LayersProps {
  readonly layer: Layer
  readonly onClose: () => void
  readonly onProved: (done: BackupDone) => void
  readonly onExported: (done: ExportedAll) => void
}

function Layers({ layer, onClose, onProved, onExported }: LayersProps) {
  const { value } = backups.use()
  if (layer === null || value === null) return null
  switch (layer.kind) {
    case 'plan':
      return <PlanDialog plan={value.plan} onClose={onClose} />
    case 'export':
      return <ExportDialog onDone={onExported} onClose={onClose} />
    case 'check':
      return (
        <BackupPassphrase
          title={t('store.verify')}
          sentence={t('store.verify-why')}
          go={t('store.verify-go')}
          name={layer.file.name}
          onGo={async (passphrase) => {
            const answer = await verifyBackup(layer.file, passphrase)
            if (answer.ok) onProved(answer.value)
            return answer.ok ? null : answer.problem
          }}
          onClose={onClose}
        />
      )
    case 'look':
      return (
        <BackupPassphrase
          title={t('store.look')}
          sentence={t('store.look-why')}
          go={t('store.look-go')}
          name={layer.file.name}
          onGo={async (passphrase) => {
            const answer = await lookInside(layer.file, passphrase)
            if (!answer.ok) return answer.problem
            go({ page: 'queue', params: {} })
            showDone(saying('store.looking'))
            return null
          }}
          onClose={onClose}
        />
      )
  }
}
