/** Every version of the clock settings with what it changed, and the way back to it. */
import { useState } from 'react'
import { settingsChanges } from '../../../shared/domain/clock/settings-changes.ts'
import type { ClocksView } from '../../../shared/ipc/case-views.ts'
import { sentence, t } from '../../ui/t.ts'
import { Time } from '../../ui/time.tsx'
import { SettingsDialog } from './settings-dialog.tsx'
import { RowTable, type RowOf } from './row-table.tsx'

type Row = ClocksView['history'][number]

export function VersionList({ view }: { readonly view: ClocksView }) {
  const [chosen, setChosen] = useState<Row | null>(null)
  const rows = view.history.map((row, at): RowOf => {
    const isNow = row.version === view.version.version
    return {
      id: String(row.version),
      name: row.version === 0 ? t('clocks.history-shipped') : t('clocks.history-row', { version: row.version }),
      quiet: !isNow,
      onOpen: isNow ? undefined : () => setChosen(row),
      cells: [
        row.at === null ? '–' : <Time key="at" at={row.at} form="iso" />,
        row.code ?? '–',
        row.reason === '' ? '–' : row.reason,
        isNow ? t('clocks.history-now') : changesText(row, view.history[at + 1]),
      ],
    }
  })
  return (
    <>
      <RowTable
        label={t('clocks.history')}
        columns={[
          t('clocks.col.version-number'),
          t('clocks.col.at'),
          t('duty.col.who'),
          t('page.reason'),
          t('clocks.col.changed'),
        ]}
        rows={rows}
      />
      {chosen === null ? null : (
        <SettingsDialog
          title={t('clocks.restore-title', { version: chosen.version })}
          sentence={t('clocks.restore-why')}
          before={view.settings}
          change={chosen.settings}
          onClose={() => setChosen(null)}
        >
          <p>{t('clocks.restore-differs', { changes: listed(settingsChanges(view.settings, chosen.settings)) })}</p>
        </SettingsDialog>
      )}
    </>
  )
}

const listed = (changes: ReturnType<typeof settingsChanges>): string =>
  changes.length === 0 ? t('clocks.history-same') : changes.map(sentence).join('; ')

const changesText = (row: Row, before: Row | undefined): string =>
  before === undefined ? '–' : listed(settingsChanges(before.settings, row.settings))
