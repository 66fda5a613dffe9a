/** The affected parties, those first for whom we wait: what was asked and how, the answer, the next act. */
import { Check, CircleDashed, Hourglass, TriangleAlert } from 'lucide-react'
import { useNow } from '../../ui/now.ts'
import { t } from '../../ui/t.ts'
import { formatTime, timeLeft } from '../../ui/time-format.ts'
import { boardOf, type BoardRow } from './board.ts'
import { useCaseDesk } from './case-desk.ts'

interface Props {
  /** Rows beyond these are left out; 0: all. */
  readonly most?: number
}

export function PartiesBoard({ most = 0 }: Props) {
  const { view, party, choose, goTab } = useCaseDesk()
  const now = useNow()
  const board = boardOf(view, now)
  if (board.length === 0) return <p className="box-note">{t('casework.parties-none')}</p>
  const shown = most === 0 ? board : board.slice(0, most)
  return (
    <table className="plain-table board">
      <thead>
        <tr>
          <th scope="col">{t('casework.party')}</th>
          <th scope="col">{t('casework.party-asked')}</th>
          <th scope="col">{t('casework.party-answer')}</th>
          <th scope="col">{t('casework.party-next')}</th>
        </tr>
      </thead>
      <tbody>
        {shown.map((row) => (
          <Row
            key={row.party.id}
            row={row}
            now={now}
            chosen={most === 0 && row.party.id === party?.party.id}
            onChoose={() => {
              choose(row.party.id)
              if (most !== 0) goTab('parties')
            }}
          />
        ))}
      </tbody>
    </table>
  )
}

interface RowProps {
  readonly row: BoardRow
  readonly now: number
  readonly chosen: boolean
  readonly onChoose: () => void
}

function Row({ row, now, chosen, onChoose }: RowProps) {
  const { party, last } = row
  return (
    <tr className={chosen ? 'chosen' : ''}>
      <th scope="row">
        <button type="button" data-row className="row-button" aria-current={chosen} onClick={onChoose}>
          {party.name}
        </button>
        <small>{t(`party-role.${party.role}`)}</small>
      </th>
      <td>
        {last?.what ?? t('casework.nothing-asked')}
        <small>{last === null ? '' : t(`ask-channel.${last.channel}`)}</small>
      </td>
      <td>
        <Answer row={row} now={now} />
      </td>
      <td>{nextWords(row)}</td>
    </tr>
  )
}

const icons = { overdue: TriangleAlert, waiting: Hourglass, 'not-asked': CircleDashed, answered: Check }

function Answer({ row: { standing, last }, now }: { readonly row: BoardRow; readonly now: number }) {
  const Icon = icons[standing]
  const due = last?.due ?? null
  const answer = last?.answer ?? null
  return (
    <>
      <span className={standing === 'overdue' ? 'with-icon late strong' : 'with-icon strong'}>
        <Icon aria-hidden />
        {standing === 'overdue' && due !== null ? `${timeLeft(due, now)} ` : null}
        {standing === 'answered' && answer !== null
          ? formatTime(answer.at, 'day-time')
          : t(`casework.stand.${standing}`)}
      </span>
      <small>
        {standing === 'waiting' && due !== null ? t('casepage.task-due', { due: formatTime(due, 'day-time') }) : null}
        {answer?.note ?? null}
      </small>
    </>
  )
}

function nextWords({ standing, party }: BoardRow): string {
  if (standing === 'not-asked' && party.role === 'vendor') return t('casework.next.tell-vendor')
  return t(`casework.next.${standing}`)
}
