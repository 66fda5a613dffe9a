/** Closed cases whose time to be kept is over: each leads to its case, where two persons may remove it. */
import { useEffect, useState } from 'react'
import type { RetentionRow } from '../../../shared/ipc/case-views.ts'
import { client } from '../../bridge/client.ts'
import { go } from '../../state/route.ts'
import { told } from '../../state/toasts.ts'
import { Button } from '../../ui/button.tsx'
import { t } from '../../ui/t.ts'
import { Block } from './block.tsx'

const shown = 50

/** Asked once when the section is opened: every closed case has to be looked at. */
export function RetentionBlock() {
  const [rows, setRows] = useState<readonly RetentionRow[] | null>(null)
  useEffect(() => {
    void client['retention.list']({}).then((answer) => setRows(told(answer)))
  }, [])
  const due = (rows ?? []).filter((row) => row.due)
  return (
    <Block title={t('retention.title')} why={t('retention.why')}>
      <p role="status">{rows === null ? t('page.loading') : t('retention.due', { n: due.length, of: rows.length })}</p>
      {due.length === 0 ? null : (
        <ul className="value-list">
          {due.slice(0, shown).map(({ number, title, keepUntil }) => (
            <li key={number}>
              <Button look="link" onPress={() => go({ page: 'case', params: { number } })}>
                {number}
              </Button>
              <span className="cut">{title}</span>
              <span className="mono">{keepUntil}</span>
            </li>
          ))}
        </ul>
      )}
    </Block>
  )
}
