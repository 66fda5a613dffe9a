/** Evidence of a case: each file sealed with its hash and custody; and the decision whether prosecution is contemplated. */
import { Plus } from 'lucide-react'
import { useState } from 'react'
import type { Evidence } from '../../../shared/domain/case/case.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/empty.tsx'
import { formatBytes } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { useCaseDesk } from './case-desk.ts'
import { EvidenceActs } from './evidence-acts.tsx'
import { EvidenceDetail } from './evidence-detail.tsx'
import { EvidenceDialog } from './evidence-dialogs.tsx'
import { Panel } from './panel.tsx'
import { ProsecutionPanel } from './prosecution-panel.tsx'

export function FilesTab() {
  const { view, open, closed } = useCaseDesk()
  const { evidence } = view.state
  const [blob, setBlob] = useState<string | null>(null)
  const chosen = evidence.find((one) => one.blob === blob) ?? evidence[0]
  const add = (
    <Button kbd="f" disabled={closed} onPress={() => open(EvidenceDialog)}>
      <Plus aria-hidden />
      {t('casepage.files-add')}
    </Button>
  )
  return (
    <div className="pad stack">
      {chosen === undefined ? (
        <Empty kind="none" title={t('casework.files-none')} action={add} />
      ) : (
        <>
          <div className="tab-actions">
            {add}
            <EvidenceActs chosen={chosen} />
          </div>
          <div className="two-columns files-columns">
            <Panel title={t('casework.evidence')} note={t('casework.evidence-count', { n: evidence.length })}>
              <List evidence={evidence} chosen={chosen.blob} onChoose={setBlob} />
            </Panel>
            <EvidenceDetail evidence={chosen} />
          </div>
        </>
      )}
      <ProsecutionPanel />
    </div>
  )
}

interface ListProps {
  readonly evidence: readonly Evidence[]
  readonly chosen: string
  readonly onChoose: (blob: string) => void
}

const List = ({ evidence, chosen, onChoose }: ListProps) => (
  <ul className="line-list">
    {evidence.map(({ blob, name, size, handled }) => (
      <li key={blob} className={blob === chosen ? 'chosen' : ''}>
        <button type="button" data-row aria-current={blob === chosen} onClick={() => onChoose(blob)}>
          <strong className="grow cut">{name}</strong>
          <span className="dim">{formatBytes(size)}</span>
          <span className="dim">{handledWords(handled)}</span>
        </button>
      </li>
    ))}
  </ul>
)

function handledWords(handled: Evidence['handled']): string {
  const last = handled.at(-1)
  return last === undefined ? t('casework.not-handled') : t(`handling.${last.what}`)
}
