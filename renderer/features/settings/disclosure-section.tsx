/** The disclosure policy: who may get what, cell by cell, each with its clause; changes are gathered and put in force together, with a reason. */
import { useState } from 'react'
import type { InfoClass, RecipientClass } from '../../../shared/domain/disclosure/classes.ts'
import type { DisclosurePolicy, MatrixCell } from '../../../shared/domain/disclosure/policy.ts'
import { saying } from '../../../shared/words/say.ts'
import { disclosure, saveDisclosure } from '../../state/disclosure.ts'
import { showDone, told } from '../../state/toasts.ts'
import { AskDialog } from '../../ui/ask-dialog.tsx'
import { ActionButton, Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { ProblemNote } from '../../ui/note.tsx'
import { t } from '../../ui/t.ts'
import { Time } from '../../ui/time.tsx'
import { CellEditor } from './cell-editor.tsx'
import { MatrixTable, type Place } from './matrix-table.tsx'
import { RowTable } from './row-table.tsx'
import { WideBlock } from './wide-block.tsx'

export function DisclosureSection() {
  const { value, problem } = disclosure.use()
  const [draft, setDraft] = useState<DisclosurePolicy | null>(null)
  const [place, setPlace] = useState<Place>({ info: 'private-user', recipient: 'csirt' })
  const [asks, setAsks] = useState(false)
  if (problem !== null) return <ProblemNote problem={problem} />
  if (value === null) return null
  const policy = draft ?? value.policy
  const changed = draft === null ? 0 : changes(value.policy, draft)
  const edit = (cell: MatrixCell): void => setDraft(withCell(policy, place, cell))
  return (
    <>
      <WideBlock
        title={t('matrix.title')}
        why={t('matrix.why')}
        actions={
          <>
            {draft === null ? null : <Button onPress={() => setDraft(null)}>{t('matrix.discard')}</Button>}
            <ActionButton
              keys="Ctrl+Enter"
              look={changed > 0 ? 'filled' : 'outline'}
              label={t('matrix.enforce', { n: changed })}
              disabled={changed === 0}
              onAct={() => setAsks(true)}
            />
          </>
        }
      >
        <MatrixTable policy={policy} before={value.policy} place={place} onPlace={setPlace} />
        <CellEditor place={place} cell={cellAt(policy, place)} was={cellAt(value.policy, place)} onEdit={edit} />
      </WideBlock>
      <WideBlock title={t('matrix.absolute')} why={t('matrix.absolute-why')}>
        <ul className="note-list">
          {policy.absolute.map(({ what, clause }) => (
            <li key={what}>
              {what} <span className="dim">{clause}</span>
            </li>
          ))}
        </ul>
        <TextField
          label={t('matrix.approver')}
          hint={t('matrix.approver-why')}
          value={policy.approver}
          onChange={(approver) => setDraft({ ...policy, approver })}
        />
      </WideBlock>
      <WideBlock title={t('matrix.history')}>
        <RowTable
          label={t('matrix.history')}
          columns={[t('matrix.version'), t('clocks.col.at'), t('duty.col.who'), t('page.reason')]}
          rows={value.history.map(({ version, at, code, reason }) => ({
            id: String(version),
            name: version === 0 ? t('clocks.history-shipped') : t('clocks.history-row', { version }),
            cells: [
              at === null ? '–' : <Time key="at" at={at} form="iso" />,
              code ?? '–',
              reason === '' ? '–' : reason,
            ],
          }))}
        />
      </WideBlock>
      {asks && draft !== null ? (
        <Enforce policy={draft} before={value.policy} onDone={() => setDraft(null)} onClose={() => setAsks(false)} />
      ) : null}
    </>
  )
}

const cellAt = ({ cells }: DisclosurePolicy, { info, recipient }: Place): MatrixCell => cells[info][recipient]

const withCell = (policy: DisclosurePolicy, { info, recipient }: Place, cell: MatrixCell): DisclosurePolicy => ({
  ...policy,
  cells: { ...policy.cells, [info]: { ...policy.cells[info], [recipient]: cell } },
})

/** Cells and words that differ. */
function changes(before: DisclosurePolicy, after: DisclosurePolicy): number {
  const cells = Object.entries(before.cells).flatMap(([info, row]) =>
    Object.entries(row).filter(
      ([recipient, cell]) =>
        JSON.stringify(cell) !== JSON.stringify(after.cells[info as InfoClass][recipient as RecipientClass]),
    ),
  )
  return cells.length + (before.approver === after.approver ? 0 : 1)
}

interface EnforceProps {
  readonly policy: DisclosurePolicy
  readonly before: DisclosurePolicy
  readonly onDone: () => void
  readonly onClose: () => void
}

function Enforce({ policy, before, onDone, onClose }: EnforceProps) {
  const [reason, setReason] = useState('')
  const go = async (): Promise<void> => {
    const saved = told(await saveDisclosure(policy, reason.trim()))
    if (saved === null) return
    const undo = (): void => void saveDisclosure(before, t('clocks.undone')).then(told)
    showDone(saying('matrix.saved', { version: saved.version.version }), undo)
    onDone()
    onClose()
  }
  return (
    <AskDialog
      title={t('matrix.enforce-title')}
      sentence={t('matrix.enforce-why')}
      go={t('matrix.enforce', { n: changes(before, policy) })}
      ready={reason.trim() !== ''}
      onGo={go}
      onClose={onClose}
    >
      <TextField label={t('page.reason')} value={reason} onChange={setReason} autoFocus />
    </AskDialog>
  )
}
