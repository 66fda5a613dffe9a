/** The ladder as a list, the most urgent first: moved by Alt and arrows or by the grip, what moved says where it was. */
import { ArrowDown, ArrowUp, GripVertical, Info } from 'lucide-react'
import { useState, type DragEvent, type ReactNode } from 'react'
import type { Policy, PolicyRung } from '../../../shared/domain/order/policy.ts'
import type { PolicyView } from '../../../shared/ipc/case-views.ts'
import { BandBadge } from '../../ui/band-badge.tsx'
import { sentence, t } from '../../ui/t.ts'
import { stoodAt } from './edit-policy.ts'

interface Props {
  readonly policy: Policy
  readonly inForce: Policy
  readonly faults: PolicyView['faults']
  /** Place in the list; the last one is "any other type". */
  readonly selected: number
  readonly onSelect: (at: number) => void
  readonly onMove: (from: number, to: number) => void
  /** What the search box asks for, in lower case. */
  readonly words: string
}

const rungElement = (at: number): string => `policy-rung-${String(at)}`

/** In braces: newer browsers answer with a promise, which an effect must not give back. */
export const revealRung = (at: number): void => {
  document.getElementById(rungElement(at))?.scrollIntoView({ block: 'nearest' })
}

export function RungList(props: Props) {
  const { policy, selected, onSelect, onMove } = props
  const [over, setOver] = useState<number | null>(null)
  const drop = (event: DragEvent, to: number): void => {
    const from = Number(event.dataTransfer.getData('application/x-signet-rung'))
    setOver(null)
    event.preventDefault()
    onMove(from, to)
  }
  return (
    <div className="policy-list">
      <div className="policy-row policy-list-head" aria-hidden>
        <span />
        <span className="policy-at">#</span>
        <span>{t('policy.rung-band')}</span>
        <span>{t('policy.column.rung')}</span>
        <span>{t('policy.column.matches')}</span>
      </div>
      <div
        className="pick-list"
        role="listbox"
        tabIndex={0}
        data-list
        aria-label={t('policy.rungs')}
        aria-activedescendant={rungElement(selected)}
      >
        {policy.rungs.map((rung, at) => (
          <div
            key={rung.id}
            id={rungElement(at)}
            role="option"
            aria-selected={at === selected}
            className={['pick-row policy-row', over === at ? 'policy-over' : '', dimmed(rung, props.words)].join(' ')}
            draggable
            onClick={() => onSelect(at)}
            onDragStart={(event) => {
              event.dataTransfer.setData('application/x-signet-rung', String(at))
              event.dataTransfer.effectAllowed = 'move'
              onSelect(at)
            }}
            onDragOver={(event) => {
              event.preventDefault()
              setOver(at)
            }}
            onDragEnd={() => setOver(null)}
            onDrop={(event) => drop(event, at)}
          >
            <Cells {...props} rung={rung} at={at} />
          </div>
        ))}
        <OtherRow {...props} at={policy.rungs.length} />
      </div>
    </div>
  )
}

const dimmed = ({ name, hints, rsit }: PolicyRung, words: string): string =>
  words === '' || [name, ...hints, ...rsit].join('\n').toLowerCase().includes(words) ? '' : 'policy-dimmed'

function Cells({ rung, at, inForce, faults }: Props & { readonly rung: PolicyRung; readonly at: number }) {
  return (
    <>
      <span className="policy-grip" title={t('policy.grip')}>
        <GripVertical aria-hidden />
      </span>
      <span className="mono policy-at">{at + 1}</span>
      <BandBadge band={rung.band} />
      <span className="policy-name">
        <span className="strong">{rung.name}</span>
        <Was rung={rung} at={at} inForce={inForce} />
        {rung.note === null ? null : (
          <Line>
            <Info aria-hidden />
            {rung.note}
          </Line>
        )}
        {faults
          .filter((fault) => fault.rung === rung.id)
          .map(({ said }) => (
            <Line key={`${said.code} ${sentence(said)}`} tone="soon">
              <Info aria-hidden />
              {sentence(said)}
            </Line>
          ))}
      </span>
      <Matches rung={rung} />
    </>
  )
}

function Line({ tone = 'dim', children }: { readonly tone?: string; readonly children: ReactNode }) {
  return <span className={`policy-line ${tone}`}>{children}</span>
}

function Was({ rung, at, inForce }: { readonly rung: PolicyRung; readonly at: number; readonly inForce: Policy }) {
  const before = stoodAt(inForce, rung.id)
  if (before === null) return <Line tone="accent">{t('policy.new')}</Line>
  const place = before.at === at + 1 ? [] : [t('policy.was', { at: before.at })]
  const band = before.band === rung.band ? [] : [t('policy.was-band', { band: before.band })]
  if (place.length + band.length === 0) return null
  return (
    <Line tone="accent">
      {place.length === 0 ? null : before.at > at + 1 ? <ArrowUp aria-hidden /> : <ArrowDown aria-hidden />}
      {[...place, ...band].join(' · ')}
    </Line>
  )
}

function Matches({ rung: { hints, rsit } }: { readonly rung: PolicyRung }) {
  return (
    <span className="policy-matches">
      {rsit.slice(0, 1).map((one) => (
        <code key={one} className="policy-code" title={rsit.join(', ')}>
          {one}
        </code>
      ))}
      {rsit.length > 1 ? <span className="dim">+{rsit.length - 1}</span> : null}
      {hints.length === 0 ? null : <span className="dim">{t('policy.hints-count', { n: hints.length })}</span>}
      {hints.length + rsit.length === 0 ? <span className="dim">{t('policy.no-match')}</span> : null}
    </span>
  )
}

function OtherRow({ policy, at, selected, onSelect }: Props & { readonly at: number }) {
  return (
    <div
      id={rungElement(at)}
      role="option"
      aria-selected={at === selected}
      className="pick-row policy-row"
      onClick={() => onSelect(at)}
    >
      <span />
      <span className="mono policy-at">–</span>
      <span />
      <span className="policy-name">
        <span className="strong">{t('policy.other')}</span>
        <Line>{t('policy.other-why')}</Line>
      </span>
      <span className="dim">{t('policy.other-bands', policy.otherBySeverity)}</span>
    </div>
  )
}
