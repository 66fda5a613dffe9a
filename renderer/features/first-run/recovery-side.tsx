/** The recovery sheet: masked on the screen, whole on paper, proved by typing two groups from the print. */
import { Check, Eye, EyeOff, Printer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { ActionButton } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { t } from '../../ui/t.ts'
import { groupsOf, groupToAsk, isGroup, RecoverySheet } from './recovery-sheet.tsx'

interface Props {
  /** null: the vault is not made yet. */
  readonly recoveryKey: string | null
  readonly code: string
  readonly onProved: () => void
}

export function RecoverySide({ recoveryKey, code, onProved }: Props) {
  const [shown, setShown] = useState(false)
  const groups = recoveryKey === null ? Array.from({ length: 8 }, () => '') : groupsOf(recoveryKey)
  return (
    <>
      <h3>{t('sheet.title')}</h3>
      <p className="dim">{t('sheet.why')}</p>
      <RecoverySheet groups={groups} code={code} masked={!shown || recoveryKey === null} />
      {recoveryKey === null ? null : (
        <>
          <div className="row sheet-actions">
            <ActionButton
              keys="Ctrl+P"
              icon={<Printer aria-hidden />}
              label={t('sheet.print')}
              onAct={() => window.print()}
            />
            <ActionButton
              keys="Alt+S"
              icon={shown ? <EyeOff aria-hidden /> : <Eye aria-hidden />}
              label={shown ? t('sheet.hide') : t('sheet.show')}
              look="quiet"
              onAct={() => setShown(!shown)}
            />
          </div>
          <Proof groups={groups} hide={() => setShown(false)} onProved={onProved} />
          <div className="print-only">
            <RecoverySheet groups={groups} code={code} masked={false} />
          </div>
        </>
      )}
    </>
  )
}

function Proof({
  groups,
  hide,
  onProved,
}: {
  readonly groups: readonly string[]
  readonly hide: () => void
  readonly onProved: () => void
}) {
  const [asked] = useState(() => groupToAsk(groups.length, Math.random))
  const [typed, setTyped] = useState<readonly string[]>(['', ''])
  const right = asked.map((group, at) => isGroup(typed[at] ?? '', groups[group] ?? ''))
  const proved = right.every(Boolean)
  useEffect(() => {
    if (proved) onProved()
  }, [proved, onProved])
  return (
    <div className="section">
      <h3>{t('sheet.prove')}</h3>
      <p className="dim">{t('sheet.prove-why')}</p>
      <div className="row">
        {asked.map((group, at) => (
          <TextField
            key={group}
            label={t('sheet.group', { n: group + 1 })}
            value={typed[at] ?? ''}
            mono
            onChange={(text) => {
              hide()
              setTyped(typed.map((old, place) => (place === at ? text.toUpperCase() : old)))
            }}
            end={
              right[at] === true ? <Check className="good sheet-right" size={16} aria-label={t('sheet.right')} /> : null
            }
          />
        ))}
      </div>
    </div>
  )
}
