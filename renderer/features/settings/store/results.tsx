/** What came of a check of a backup and of an export, to be read until the next one. */
import type { BackupDone, ExportedAll } from '../../../../shared/ipc/vault-views.ts'
import { Note } from '../../../ui/note.tsx'
import { sentence, t } from '../../../ui/t.ts'
import { formatBytes, formatCount } from '../../../ui/time-format.ts'

export const Proved = ({ done }: { readonly done: BackupDone }) => (
  <div role="status">
    <Note>
      <p className="strong">{t('store.counts', { name: done.file })}</p>
      <p className="dim">
        {t('store.counts-why', { entries: formatCount(done.entries), size: formatBytes(done.bytes) })}
      </p>
      <p className="mono settings-hash">{done.sha256}</p>
    </Note>
  </div>
)

export const Exported = ({ done }: { readonly done: ExportedAll }) => (
  <div role="status">
    <Note tone={done.leftOut.length === 0 ? 'plain' : 'condition'}>
      <p className="strong">{t('store.exported', { name: done.file, size: formatBytes(done.bytes) })}</p>
      <p className="dim">
        {t('store.exported-what', { cases: done.cases, messages: done.messages, blobs: done.blobs })}
      </p>
      <p className="mono settings-hash">{done.sha256}</p>
      <ul className="store-findings">
        {done.leftOut.map((one) => (
          <li key={JSON.stringify(one)}>{sentence(one)}</li>
        ))}
      </ul>
    </Note>
  </div>
)
