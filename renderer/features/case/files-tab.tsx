/** Evidence of a case: each file sealed, with its hash, where it comes from and who took it in. */
import { Plus } from 'lucide-react'
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { Person } from '../../ui/tag.tsx'
import { Time } from '../../ui/time.tsx'
import { formatBytes } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'

export function FilesTab({ state, onAdd }: { readonly state: CaseState; readonly onAdd: () => void }) {
  const add = (
    <Button kbd="f" onPress={onAdd}>
      <Plus aria-hidden />
      {t('casepage.files-add')}
    </Button>
  )
  if (state.evidence.length === 0) return <Empty kind="none" title={t('casepage.files-none')} action={add} />
  return (
    <div className="pad">
      <div className="tab-actions">{add}</div>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{t('casepage.file')}</th>
            <th scope="col">{t('casepage.size')}</th>
            <th scope="col">{t('casepage.source')}</th>
            <th scope="col">{t('casepage.added')}</th>
            <th scope="col">{t('casepage.sha256')}</th>
          </tr>
        </thead>
        <tbody>
          {state.evidence.map(({ blob, name, size, source, at, by, sha256 }) => (
            <tr key={blob}>
              <td>{name}</td>
              <td>{formatBytes(size)}</td>
              <td>{source}</td>
              <td>
                <Time at={at} /> <Person code={by} />
              </td>
              <td className="mono">{sha256}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
