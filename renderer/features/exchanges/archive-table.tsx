/** What an archive holds, as it claims: listed, never unpacked; names that would do harm are said. */
import { Folder, Lock } from 'lucide-react'
import type { ArchiveEntry, AttachmentLook } from '../../../shared/ipc/exchange-views.ts'
import { Note } from '../../ui/note.tsx'
import { formatBytes, formatCount } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'

/** More than a person reads; those with a finding come first. */
const most = 500

export function ArchiveTable({ archive }: { readonly archive: AttachmentLook & { readonly kind: 'archive' } }) {
  const { entries, total, findings } = archive
  const listed = [...entries].sort((a, b) => b.findings.length - a.findings.length).slice(0, most)
  return (
    <>
      {findings.map((finding) => (
        <Note key={sentence(finding)} tone="stop" code={finding.code}>
          {sentence(finding)}
        </Note>
      ))}
      <table className="archive">
        <caption className="visually-hidden">{t('archivelist.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('archivelist.name')}</th>
            <th scope="col">{t('archivelist.size')}</th>
            <th scope="col">{t('archivelist.packed')}</th>
          </tr>
        </thead>
        <tbody>
          {listed.map((entry, at) => (
            <Entry key={at} entry={entry} />
          ))}
        </tbody>
      </table>
      <p className="dim">
        {total > listed.length
          ? t('archivelist.more', { shown: formatCount(listed.length), total: formatCount(total) })
          : t('archivelist.all', { n: total })}
      </p>
    </>
  )
}

function Entry({ entry: { name, size, packed, encrypted, directory, findings } }: { readonly entry: ArchiveEntry }) {
  return (
    <tr>
      <td>
        <span className="with-icon mono archive-name">
          {directory ? <Folder aria-hidden /> : null}
          {name}
          {encrypted ? (
            <>
              <Lock aria-hidden /> <span className="dim">{t('archivelist.encrypted')}</span>
            </>
          ) : null}
        </span>
        {findings.length === 0 ? null : <p className="late">{findings.map(sentence).join(', ')}</p>}
      </td>
      <td className="mono">{directory ? '' : formatBytes(size)}</td>
      <td className="mono">{directory ? '' : formatBytes(packed)}</td>
    </tr>
  )
}
