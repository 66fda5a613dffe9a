/** The right pane: whom to call, whether they are there now, what to say; and where this case's observables were seen. */
import { Circle, CircleDot, CircleHelp, Phone } from 'lucide-react'
import type { CardPhone } from '../../../shared/domain/card/card-reading.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import type { CardRow, CardView } from '../../../shared/ipc/card-views.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { cardLists, openCards } from '../../state/cards.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { Pane, Section } from '../../ui/pane.tsx'
import { formatTime } from '../../ui/time-format.ts'
import { t } from '../../ui/t.ts'
import { peopleOf } from './people-of.ts'

export function WhoPane({ view }: { readonly view: CaseView }) {
  const cards = cardLists.use('').value ?? []
  const [first, ...others] = peopleOf(view.state, cards)
  return (
    <Pane label={t('casepage.people')}>
      <h2 className="visually-hidden">{t('casepage.people')}</h2>
      <Section title={t('casepage.who')}>
        {first === undefined ? <p className="dim">{t('casepage.who-none')}</p> : <Who row={first} large />}
      </Section>
      {others.length === 0 ? null : (
        <Section title={t('casepage.who-others')}>
          {others.slice(0, 6).map((row) => (
            <Who key={row.id} row={row} />
          ))}
        </Section>
      )}
      <Section title={t('casepage.seen')}>
        <SeenElsewhere view={view} />
      </Section>
    </Pane>
  )
}

function Who({ row, large = false }: { readonly row: CardRow; readonly large?: boolean }) {
  const { value } = openCards.use(row.id)
  const phone = value?.reading.phones.find(({ doNotUseFor }) => !doNotUseFor.includes('incidents'))
  const script = phone?.script ?? null
  const local = value?.localTime ?? null
  return (
    <div className={large ? 'who box' : 'who'}>
      <div className="row">
        <strong className="grow cut">{row.name}</strong>
        {value === null ? null : <Reach card={value} />}
      </div>
      {local === null ? null : <p className="dim">{t('casepage.their-time', { time: localClock(local) })}</p>}
      <p className="who-phone">
        <Phone aria-hidden />
        {phone === undefined ? (
          <span className="dim">{t('casepage.no-phone')}</span>
        ) : (
          <span className="mono">{spoken(phone)}</span>
        )}
      </p>
      {script === null ? null : (
        <p>
          <span className="dim">{t('casepage.say')}</span> “{script}”
        </p>
      )}
      <Button onPress={() => go({ page: 'card', params: { id: row.id } })}>{t('casepage.card')}</Button>
    </div>
  )
}

/** As printed where it can be dialled as it stands, because groups are easier to read out. */
const spoken = ({ e164, text }: CardPhone): string => (/^\+[\d ()./-]{5,30}$/.test(text) ? text : (e164 ?? text))

/** Core gives the time there as an ISO text with their offset: only its clock is shown. */
const localClock = (local: string): string => /T(\d{2}:\d{2})/.exec(local)?.[1] ?? local

const reachIcons = { yes: CircleDot, no: Circle, unknown: CircleHelp }

function Reach({ card: { open, opensAt } }: { readonly card: CardView }) {
  const Icon = reachIcons[open]
  const words =
    open === 'no' && opensAt !== null
      ? t('reach.no-until', { at: formatTime(opensAt, 'day-time') })
      : t(`reach.${open}`)
  return (
    <span className={open === 'yes' ? 'reach good' : 'reach dim'}>
      <Icon aria-hidden /> {words}
    </span>
  )
}

function SeenElsewhere({ view: { seenElsewhere, state } }: { readonly view: CaseView }) {
  if (seenElsewhere.length === 0) return <p className="dim">{t('casepage.seen-none')}</p>
  return (
    <ul className="seen">
      {seenElsewhere.slice(0, 8).map(({ number, title, value }) => (
        <li key={`${number}${value}`}>
          <button type="button" onClick={() => go({ page: 'case', params: { number } })}>
            <span className="row">
              <span className="mono">{number}</span> <span className="cut">{title}</span>
            </span>
            <span className="mono dim">
              {defang(state.observables.find((one) => one.value === value) ?? { type: 'other', value })}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}
