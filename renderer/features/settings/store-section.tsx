/** The sealed store: place and size, the full check, backups that count only after they were opened and compared. */
import { desk } from '../../state/desk.ts'
import { vaultInfo } from '../../state/vault.ts'
import { useNow } from '../../ui/now.ts'
import { Note, ProblemNote } from '../../ui/note.tsx'
import { Facts } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'
import { daysLeft, formatBytes, formatCount } from '../../ui/time-format.ts'
import { Time } from '../../ui/time.tsx'
import { BackupBlock } from './backup-block.tsx'
import { Block } from './block.tsx'
import { CheckBlock } from './check-block.tsx'
import { RetentionBlock } from './retention-block.tsx'

const oldBackup = 7

export function StoreSection() {
  const place = desk.use().value?.vault?.name ?? ''
  const { value, problem } = vaultInfo.use()
  const now = useNow()
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return null
  const { lastBackup, bytes, cases } = value
  const age = lastBackup === null ? null : -daysLeft(lastBackup, now) - 1
  return (
    <>
      {age === null || age >= oldBackup ? (
        <Note tone="condition">{age === null ? t('store.never') : t('store.old', { n: age })}</Note>
      ) : null}
      <Block title={t('store.place')}>
        <Facts
          facts={[
            [
              t('store.folder'),
              <span key="place" className="mono">
                {place}
              </span>,
            ],
            [t('store.size'), formatBytes(bytes)],
            [t('store.cases'), formatCount(cases)],
            [
              t('store.last'),
              lastBackup === null ? (
                <span key="never" className="soon">
                  {t('store.no-backup')}
                </span>
              ) : (
                <Time key="at" at={lastBackup} form="iso" />
              ),
            ],
          ]}
        />
      </Block>
      <BackupBlock />
      <CheckBlock />
      <RetentionBlock />
    </>
  )
}
