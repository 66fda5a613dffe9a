/** When they are there: the week, the hours as printed and in words, who is covered when, zone, holidays, days they are closed. */
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { capital } from '../../ui/card-words.ts'
import { t } from '../../ui/t.ts'
import { Block, Line } from './block.tsx'
import { hoursWords } from './hours-words.ts'
import { WeekStrip } from './week-strip.tsx'

interface Props {
  readonly card: CardView
  readonly localTime: string | null
}

export function HoursBlock({ card, localTime }: Props) {
  const { reading, closures } = card
  const { timeZone, hours, coverage } = reading
  return (
    <Block
      title={t('cardpage.hours')}
      note={timeZone.iana === null ? t('cardpage.hours-no-zone') : t('cardpage.hours-zone', { zone: timeZone.iana })}
    >
      <WeekStrip card={card} localTime={localTime} />
      {hours.osm === null && hours.text === null ? null : (
        <Line
          name={t('cardpage.hours-office')}
          value={wordsOf(hours.osm, hours.text)}
          detail={hours.text === null || hours.osm === null ? '' : t('cardpage.hours-printed', { text: hours.text })}
          line={hours.line}
          field="hours"
        />
      )}
      {coverage
        .filter(({ osm }) => osm !== hours.osm)
        .map(({ audience, osm, text, line }) => (
          <Line
            key={`${audience}${osm}${String(line)}`}
            name={capital(t(`cardaudience.${audience}`))}
            value={wordsOf(osm, text)}
            detail={text === '' || text === osm ? '' : t('cardpage.hours-printed', { text })}
            line={line}
            field="coverage"
          />
        ))}
      {timeZone.text === null ? null : (
        <Line
          name={t('cardpage.zone')}
          value={
            timeZone.iana === null || timeZone.iana === timeZone.text
              ? timeZone.text
              : t('cardpage.zone-read', { zone: timeZone.iana, text: timeZone.text })
          }
          line={timeZone.line}
          field="timeZone"
        />
      )}
      <Line
        name={t('cardpage.holiday')}
        value={<span className={card.holidays.known ? '' : 'dim'}>{holidayWords(card)}</span>}
      />
      {closures.length === 0 ? null : (
        <Line
          name={t('cardpage.closures')}
          value={closures.map(({ date, name }) => (
            <p key={date}>
              <span className="mono">{date}</span> {name}
            </p>
          ))}
          detail={t('cardpage.closures-note')}
        />
      )}
    </Block>
  )
}

const wordsOf = (osm: string | null, text: string | null): string =>
  (osm === null ? text : (hoursWords(osm) ?? `${osm}. ${t('cardpage.hours-unread')}`)) ?? t('page.unknown')

function holidayWords({ holidays: { known, next } }: CardView): string {
  if (!known) return t('cardpage.holiday-unknown')
  return next === null ? t('cardpage.holiday-none') : t('cardpage.holiday-next', { date: next.date, name: next.name })
}
