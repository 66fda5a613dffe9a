/** When backups are made by themselves and where, or that one is only reminded of. */
import { useState } from 'react'
import type { Grant } from '../../../../shared/ipc/views.ts'
import type { BackupPlan } from '../../../../shared/ipc/vault-views.ts'
import { pick } from '../../../state/desk.ts'
import { setBackupPlan } from '../../../state/store.ts'
import { told } from '../../../state/toasts.ts'
import { AskDialog } from '../../../ui/ask-dialog.tsx'
import { ActionButton } from '../../../ui/button.tsx'
import { Choices } from '../../../ui/checkbox.tsx'
import { Field, TextField } from '../../../ui/field.tsx'
import { t } from '../../../ui/t.ts'

const spans = ['never', 'day', 'week'] as const
const clockTime = /^(?:[01]\d|2[0-3]):[0-5]\d$/

export function PlanDialog({ plan, onClose }: { readonly plan: BackupPlan; readonly onClose: () => void }) {
  const [every, setEvery] = useState(plan.every)
  const [at, setAt] = useState(plan.at)
  const [chosen, setChosen] = useState<Grant | 'none' | null>(null)
  const folder = chosen === null ? plan.folder : chosen === 'none' ? null : chosen.name
  const isTime = clockTime.test(at)
  const choose = async (): Promise<void> => setChosen(told(await pick('folder', t('store.plan-folder')))?.[0] ?? chosen)
  const save = async (): Promise<void> => {
    const wish = chosen === null || chosen === 'none' ? chosen : { grant: chosen.grant }
    const done = told(await setBackupPlan({ every, at, folder: wish }))
    if (done !== null) onClose()
  }
  return (
    <AskDialog
      title={t('store.plan')}
      sentence={t('store.plan-why')}
      go={t('store.plan-go')}
      ready={isTime}
      onGo={save}
      onClose={onClose}
    >
      <Choices
        label={t('store.plan-every')}
        look="segments"
        value={every}
        choices={spans.map((value) => ({ value, label: t(`store.plan-every.${value}`) }))}
        onChange={setEvery}
      />
      <TextField
        label={t('store.plan-at')}
        hint={t('store.plan-at-hint')}
        value={at}
        onChange={setAt}
        error={isTime ? null : t('store.plan-at-wrong')}
        disabled={every === 'never'}
        mono
      />
      <Field label={t('store.plan-folder')} hint={t('store.plan-folder-hint')}>
        <p className={folder === null ? 'dim' : 'mono'}>{folder ?? t('store.plan-folder-none')}</p>
        <div className="row">
          <ActionButton keys="Alt+F" label={t('store.plan-folder-choose')} onAct={() => void choose()} />
          <ActionButton
            keys="Alt+N"
            look="quiet"
            label={t('store.plan-folder-drop')}
            onAct={() => setChosen('none')}
            disabled={folder === null}
          />
        </div>
      </Field>
    </AskDialog>
  )
}
