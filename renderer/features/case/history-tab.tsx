/** Every entry of the journal, what can be taken back, whether the journal holds, and the end of a case's keeping. */
import { useState } from 'react'
import type { VaultCheck } from '../../../shared/ipc/vault-views.ts'
import { checkJournal } from '../../state/case-work.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Fingerprint } from '../../ui/fingerprint.tsx'
import { Note } from '../../ui/note.tsx'
import { Time } from '../../ui/time.tsx'
import { sentence, t } from '../../ui/t.ts'
import { useCaseDesk } from './case-desk.ts'
import { JournalList } from './journal-list.tsx'
import { onDiskTime } from './on-disk.ts'
import { Panel } from './panel.tsx'
import { PurgeDialog } from './purge-dialog.tsx'
import { UndoPanel } from './undo-panel.tsx'

export function HistoryTab() {
  const { view } = useCaseDesk()
  const { journal, savedAt } = view
  return (
    <div className="two-columns history-columns">
      <Panel
        title={t('casepage.journal')}
        note={t('casepage.journal-note', { n: journal.length })}
        aside={<span className="dim">{t('casepage.on-disk', { at: onDiskTime(savedAt) })}</span>}
      >
        <p className="box-note">{t('casepage.history-note')}</p>
        <JournalList lines={journal} full />
      </Panel>
      <div className="stack">
        <UndoPanel />
        <Check />
        <Keeping />
      </div>
    </div>
  )
}

function Check() {
  const { view } = useCaseDesk()
  const { number, signed } = view.state
  const [checked, setChecked] = useState<VaultCheck | null>(null)
  const check = async (): Promise<void> => setChecked(told(await checkJournal(number)))
  return (
    <Panel
      title={t('casework.journal-check')}
      note={t('casework.journal-check-note')}
      aside={<ActionButton keys="J" look="quiet" label={t('casework.journal-check-go')} onAct={() => void check()} />}
    >
      {checked === null ? null : checked.ok ? (
        <p className="box-note">{t('casework.journal-holds', { n: view.journal.length })}</p>
      ) : (
        <Note tone="stop">
          {checked.findings.map((finding, at) => (
            <p key={at}>{sentence(finding)}</p>
          ))}
        </Note>
      )}
      {signed.length === 0 ? (
        <p className="box-note">{t('casework.signed-none')}</p>
      ) : (
        <ol className="steps">
          {signed.map(({ at, fingerprint, heads }) => (
            <li key={at}>
              <Time at={at} />
              <span className="grow">
                {t('casework.signed', { n: heads.length })} <Fingerprint value={fingerprint} />
              </span>
            </li>
          ))}
        </ol>
      )}
    </Panel>
  )
}

function Keeping() {
  const { view, open, closed } = useCaseDesk()
  const { keepUntil, purged } = view.state
  const gone = purged === null ? null : t('casework.purged-by', { by: purged.by, second: purged.second })
  return (
    <Panel
      title={t('casework.keeping')}
      note={keepUntil === null ? t('casework.keep-rule') : t('casework.keep-until', { day: keepUntil })}
      aside={
        <ActionButton
          keys="D"
          look="quiet"
          label={t('casework.purge')}
          disabled={!closed || purged !== null}
          onAct={() => open(PurgeDialog)}
        />
      }
    >
      <p className="box-note">{gone ?? t(closed ? 'casework.purge-closed' : 'casework.purge-open')}</p>
    </Panel>
  )
}
