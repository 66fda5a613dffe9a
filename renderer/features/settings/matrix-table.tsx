/** The 63 cells: information down, recipients across; the arrows go from cell to cell, what differs from what is in force is marked. */
import {
  infoClasses,
  recipientClasses,
  type InfoClass,
  type RecipientClass,
} from '../../../shared/domain/disclosure/classes.ts'
import type { DisclosurePolicy, MatrixCell } from '../../../shared/domain/disclosure/policy.ts'
import { t } from '../../ui/t.ts'
import './matrix.css'

export interface Place {
  readonly info: InfoClass
  readonly recipient: RecipientClass
}

interface Props {
  readonly policy: DisclosurePolicy
  readonly before: DisclosurePolicy
  readonly place: Place
  readonly onPlace: (place: Place) => void
}

export function MatrixTable({ policy, before, place, onPlace }: Props) {
  return (
    <table className="matrix" onKeyDown={(event) => move(event, place, onPlace)}>
      <thead>
        <tr>
          <th scope="col">
            <span className="visually-hidden">{t('matrix.title')}</span>
          </th>
          {recipientClasses.map((recipient) => (
            <th key={recipient} scope="col">
              {t(`recipient-class.${recipient}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {infoClasses.map((info) => (
          <tr key={info}>
            <th scope="row">{t(`info-class.${info}`)}</th>
            {recipientClasses.map((recipient) => {
              const cell = policy.cells[info][recipient]
              const here = place.info === info && place.recipient === recipient
              const changed = JSON.stringify(cell) !== JSON.stringify(before.cells[info][recipient])
              return (
                <td key={recipient}>
                  <button
                    type="button"
                    data-cell={`${info} ${recipient}`}
                    className={['matrix-cell', cell.rule, here ? 'here' : '', changed ? 'changed' : ''].join(' ')}
                    aria-pressed={here}
                    tabIndex={here ? 0 : -1}
                    onClick={() => onPlace({ info, recipient })}
                  >
                    {short(cell)}
                    <span className="visually-hidden">
                      {t(`info-class.${info}`)}, {t(`recipient-class.${recipient}`)}
                    </span>
                  </button>
                </td>
              )
            })}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The word, a star where the text is silent, and what holds once disguised. */
const short = ({ rule, disguised, inferred }: MatrixCell): string =>
  `${t(`cell-rule.${rule}`)}${inferred ? ' *' : ''}${disguised === null ? '' : ` → ${t(`cell-rule.${disguised}`)}`}`

const steps: Readonly<Record<string, readonly [down: number, right: number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
}

function move(event: React.KeyboardEvent, { info, recipient }: Place, onPlace: Props['onPlace']): void {
  const step = steps[event.key]
  if (step === undefined) return
  event.preventDefault()
  event.stopPropagation()
  const next = {
    info: at(infoClasses, info, step[0]),
    recipient: at(recipientClasses, recipient, step[1]),
  }
  onPlace(next)
  document.querySelector<HTMLElement>(`[data-cell="${next.info} ${next.recipient}"]`)?.focus()
}

function at<T>(all: readonly T[], now: T, by: number): T {
  return all[Math.max(0, Math.min(all.length - 1, all.indexOf(now) + by))] ?? now
}
