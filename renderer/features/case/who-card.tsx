/** How to reach one team now: the number or the way that stands first, the words to say, why not by mail, and who if they are silent. */
import { Circle, CircleDot, CircleHelp, Phone } from 'lucide-react'
import type { Tlp } from '../../../shared/domain/marking/tlp.ts'
import type { CardRow, CardView } from '../../../shared/ipc/card-views.ts'
import { openCards, reached, reachKey } from '../../state/cards.ts'
import { go } from '../../state/route.ts'
import { Button } from '../../ui/button.tsx'
import { spoken } from '../../ui/card-words.ts'
import { sentence, t } from '../../ui/t.ts'
import { formatTime } from '../../ui/time-format.ts'

interface Props {
  readonly row: CardRow
  readonly urgent: boolean
  readonly tlp: Tlp
  readonly large?: boolean
}

export function WhoCard({ row, urgent, tlp, large = false }: Props) {
  const { value } = openCards.use(row.id)
  const phone = value?.reading.phones.find(({ doNotUseFor }) => !doNotUseFor.includes('incidents'))
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
      {large ? <Ways card={row.id} urgent={urgent} tlp={tlp} /> : null}
      <Button look="link" onPress={() => go({ page: 'card', params: { id: row.id } })}>
        {t('casepage.card')}
      </Button>
    </div>
  )
}

/** What is marked stricter than GREEN is not for others to read on the way. */
const isSensitive = (tlp: Tlp): boolean => tlp !== 'CLEAR' && tlp !== 'GREEN'

function Ways({ card, urgent, tlp }: { readonly card: string; readonly urgent: boolean; readonly tlp: Tlp }) {
  const sensitivity = isSensitive(tlp) ? 'high' : 'low'
  const reach = reached.use(reachKey({ card, urgency: urgent ? 'urgent' : 'normal', sensitivity })).value
  if (reach === null) return null
  const notMail = reach.refused.find(({ kind }) => kind === 'email')
  const [next] = reach.fallbacks
  return (
    <dl className="who-facts">
      {reach.script === null ? null : <Fact name={t('casepage.say')} value={`“${reach.script}”`} />}
      {notMail === undefined ? null : <Fact name={t('casework.not-mail')} value={sentence(notMail.because)} />}
      {next === undefined ? null : (
        <Fact name={t('casework.if-silent')} value={`${next.value}: ${sentence(next.because)}`} />
      )}
    </dl>
  )
}

const Fact = ({ name, value }: { readonly name: string; readonly value: string }) => (
  <>
    <dt>{name}</dt>
    <dd>{value}</dd>
  </>
)

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
