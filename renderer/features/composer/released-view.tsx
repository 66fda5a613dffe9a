/** What became of a draft that was released: where the file is, its hash, and the way back to the case. */
import { CircleCheck } from 'lucide-react'
import type { Released } from '../../../shared/ipc/views.ts'
import { go } from '../../state/route.ts'
import { ActionButton } from '../../ui/button.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Facts } from '../../ui/pane.tsx'
import { t } from '../../ui/t.ts'

interface Props {
  readonly released: Released
  readonly caseNumber: string | null
}

export function ReleasedView({ released: { form, file, sha256, exchange }, caseNumber }: Props) {
  const clipboard = form === 'clipboard'
  return (
    <div className="page composer">
      <PageHead title={t('compose.title')} />
      <div className="released">
        <div role="status">
          <h2>
            <CircleCheck aria-hidden /> {clipboard ? t('compose.done-clipboard') : t('compose.done')}
          </h2>
        </div>
        <Facts
          facts={[
            ...(file === null ? [] : [[t('compose.done-file'), <span key="file">{file}</span>] as const]),
            [
              t('compose.done-hash'),
              <span key="hash" className="mono">
                {sha256}
              </span>,
            ],
          ]}
        />
        <p className="dim">{clipboard ? t('compose.done-next-clipboard') : t('compose.done-next')}</p>
        <div className="row">
          {caseNumber === null ? null : (
            <ActionButton
              keys="Enter"
              look="filled"
              label={t('compose.back', { number: caseNumber })}
              onAct={() => go({ page: 'case', params: { number: caseNumber } })}
              autoFocus
            />
          )}
          <ActionButton
            keys="x"
            label={t('compose.see')}
            onAct={() => go({ page: 'exchange', params: { id: exchange } })}
          />
        </div>
      </div>
    </div>
  )
}
