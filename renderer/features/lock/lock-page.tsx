/** The sealed desk: when and why it locked, how much waits, and the way in by passphrase or recovery sheet. */
import { Lock } from 'lucide-react'
import { useState } from 'react'
import type { DeskState } from '../../../shared/ipc/views.ts'
import { desk, setPreferences } from '../../state/desk.ts'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'
import { Time } from '../../ui/time.tsx'
import { startSetup } from '../../state/setup.ts'
import { ActionButton } from '../../ui/button.tsx'
import { LockedCountsRow } from './locked-counts.tsx'
import { LookInside } from './look-inside.tsx'
import { RecoverForm } from './recover-form.tsx'
import { UnlockForm } from './unlock-form.tsx'

export function LockPage() {
  const { value } = desk.use()
  const [way, setWay] = useState<'passphrase' | 'recovery'>('passphrase')
  if (value === null) return null
  const shown = value.preferences.showCountsWhenLocked
  return (
    <div className="lock">
      <main className="lock-box">
        <Lock className="lock-icon" aria-hidden />
        <h1>{t('lock.title')}</h1>
        <p className="dim lock-why">{reason(value)}</p>
        {value.counts === null || !shown ? null : <LockedCountsRow counts={value.counts} />}
        {way === 'passphrase' ? <UnlockForm /> : <RecoverForm />}
        <div className="lock-ways">
          {way === 'passphrase' ? (
            <ActionButton keys="Alt+R" label={t('lock.use-sheet')} look="quiet" onAct={() => setWay('recovery')} />
          ) : (
            <ActionButton
              keys="Alt+R"
              label={t('lock.use-passphrase')}
              look="quiet"
              onAct={() => setWay('passphrase')}
            />
          )}
          {value.counts === null && shown ? null : (
            <ActionButton
              keys="Alt+H"
              label={shown ? t('lock.hide-counts') : t('lock.show-counts')}
              look="quiet"
              onAct={() => void setPreferences({ showCountsWhenLocked: !shown })}
            />
          )}
          <LookInside />
          <ActionButton keys="Alt+O" label={t('lock.other')} look="quiet" onAct={startSetup} />
        </div>
      </main>
      <Foot vault={value.vault?.name ?? ''} />
    </div>
  )
}

function reason({ lockedAt, lockedBecause }: DeskState): string {
  const because = t(`lock.because.${lockedBecause ?? 'start'}`)
  return lockedAt === null || lockedBecause === 'start'
    ? because
    : t('lock.since', { at: formatTime(lockedAt, 'time'), because })
}

function Foot({ vault }: { readonly vault: string }) {
  const now = new Date(useNow()).toISOString()
  return (
    <footer className="lock-foot">
      <Time at={now} form="weekday" /> · {t('lock.vault', { name: vault })} · {t('lock.foot')}
    </footer>
  )
}
