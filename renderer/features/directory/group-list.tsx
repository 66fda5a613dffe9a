/** What was found, grouped by whom to contact: reachability and the channel in the head of each group, its indicators below. */
import { CircleDot, CircleHelp, Moon } from 'lucide-react'
import type { LookupAnswer, LookupGroup, LookupRow } from '../../../shared/domain/directory/lookup-answer.ts'
import type { Reach } from '../../../shared/domain/reach/reach.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { reachNow } from '../../state/directory.ts'
import { useNow } from '../../ui/now.ts'
import { Tag } from '../../ui/tag.tsx'
import { timeLeft } from '../../ui/time-format.ts'
import { sentence, t } from '../../ui/t.ts'
import { channelSentence } from './channel-sentence.ts'

interface Props {
  readonly answer: LookupAnswer
  readonly chosen: LookupGroup | null
  readonly onChoose: (group: LookupGroup) => void
}

export const groupKey = ({ card }: LookupGroup): string => card?.id ?? 'nobody'
const groupId = (group: LookupGroup): string => `group-${groupKey(group)}`
/** Rows of a group on the screen; the count says how many there are. */
const shown = 200

export function GroupList({ answer, chosen, onChoose }: Props) {
  return (
    <ul className="group-list scroll" data-list tabIndex={0} aria-label={t('directory.groups')}>
      {answer.groups.map((group) => (
        <li key={groupKey(group)} id={groupId(group)} className="group" aria-current={group === chosen}>
          <button type="button" className="group-head" tabIndex={-1} onClick={() => onChoose(group)}>
            {group.card === null ? <NobodyHead group={group} /> : <Head card={group.card} count={group.rows.length} />}
          </button>
          <ul>
            {group.rows.slice(0, shown).flatMap((row) => {
              const found = answer.results[row]
              return found === undefined ? [] : [<Row key={row} row={found} />]
            })}
          </ul>
        </li>
      ))}
    </ul>
  )
}

function Head({ card, count }: { readonly card: NonNullable<LookupGroup['card']>; readonly count: number }) {
  const { value, problem } = reachNow.use(card.id)
  const warnings = value?.warnings.length ?? 0
  return (
    <>
      <strong className="cut">{card.name}</strong>
      {value === null ? <span /> : <Open reach={value} />}
      <span className="group-count">{count}</span>
      <span className="dim cut group-channel">
        {problem === null ? (value === null ? '' : channelSentence(value)) : sentence(problem)}
        {warnings === 0 ? '' : ` · ${t('directory.traps', { n: warnings })}`}
      </span>
    </>
  )
}

function NobodyHead({ group }: { readonly group: LookupGroup }) {
  return (
    <>
      <strong>{t('lookup-nobody')}</strong>
      <Tag tone="soon">{t('directory.needs-you')}</Tag>
      <span className="group-count">{group.rows.length}</span>
      <span className="dim group-channel">{t('directory.nobody-why')}</span>
    </>
  )
}

export function Open({ reach: { open, opensAt } }: { readonly reach: Reach }) {
  const now = useNow()
  const Icon = { yes: CircleDot, no: Moon, unknown: CircleHelp }[open]
  const words =
    open === 'no' && opensAt !== null
      ? t('directory.opens-in', { left: timeLeft(opensAt, now) })
      : t(`directory.open-${open}`)
  return (
    <span className={open === 'yes' ? 'with-icon good' : 'with-icon dim'}>
      <Icon aria-hidden /> {words}
    </span>
  )
}

function Row({ row }: { readonly row: LookupRow }) {
  const { normal, network, kind, othersCount, partlyCount, times } = row
  const more = othersCount + partlyCount
  return (
    <li className="group-row">
      <span className="mono cut">{defang({ type: kind, value: normal })}</span>
      <span className="mono dim cut">{network ?? ''}</span>
      <span className="dim cut">{whyOf(row).join('; ')}</span>
      <span className="dim">{times > 1 ? `×${String(times)}` : more === 0 ? '' : `+${String(more)}`}</span>
    </li>
  )
}

function whyOf({ match, others, card, partlyCount, special, broad, nearest }: LookupRow): readonly string[] {
  const next = others.find((other) => other.card.id !== card?.id)
  return [
    next === undefined ? null : t('lookup-beats', { name: next.card.name, network: next.network }),
    next !== undefined || match === 'none' ? null : t(`directory.by-${match}`),
    broad ? t('lookup-broad') : null,
    partlyCount === 0 ? null : t('directory.partly', { n: partlyCount }),
    nearest === null ? null : t('lookup-nearest', { name: nearest.card.name, code: nearest.countryCode }),
    special === null ? null : t(`lookup-special.${special}`),
  ].filter((part) => part !== null)
}

export function revealGroup(group: LookupGroup): void {
  document.getElementById(groupId(group))?.scrollIntoView({ block: 'nearest' })
}
