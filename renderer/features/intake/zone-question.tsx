/** Asks for the zone of the times that came without one: as another time of the report, UTC, ours, or one that is typed. Never assumed. */
import { TriangleAlert } from 'lucide-react'
import { useState } from 'react'
import type { ReportEvent, ReportReading } from '../../../shared/domain/report/report-reading.ts'
import { client } from '../../bridge/client.ts'
import { intakes } from '../../state/exchanges.ts'
import { me } from '../../state/me.ts'
import { told } from '../../state/toasts.ts'
import { ActionButton, Button } from '../../ui/button.tsx'
import { TextField } from '../../ui/field.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { t } from '../../ui/t.ts'

interface Props {
  readonly exchange: string
  readonly report: ReportReading
}

const hasNoZone = ({ at, atText }: ReportEvent): boolean => at === null && atText !== null

export function ZoneQuestion({ exchange, report }: Props) {
  const [typed, setTyped] = useState('')
  const [order, setOrder] = useState<'day-first' | 'month-first' | null>(null)
  const open = report.events.flatMap((event, index) => (hasNoZone(event) ? [index + 1] : []))
  const zones = [...new Set([...offsetsIn(report.events), 'UTC', me.use().value?.zone ?? 'UTC'])]
  const say = async (zone: string): Promise<void> => {
    const answer = told(await client['intake.zone']({ exchange, zone, order }))
    if (answer !== null) intakes.take(exchange, answer)
  }
  const isUnsure = report.findings.some(({ code }) => code === 'report.time-date-ambiguous')
  useKeys('here', [{ keys: 'z', label: t('intake.zone-key'), hint: true, run: focusFirst }])
  if (open.length === 0) return null
  return (
    <div className="needs-box zone-question" id="zone-question">
      <p>
        <TriangleAlert aria-hidden /> <strong>{t('intake.needs-zone', { n: open.length, which: someOf(open) })}</strong>{' '}
        {t('intake.zone-ask')}
      </p>
      {isUnsure ? (
        <div className="row">
          {(['day-first', 'month-first'] as const).map((one) => (
            <Button key={one} look={order === one ? 'filled' : 'outline'} onPress={() => setOrder(one)}>
              {t(`intake.${one}`)}
            </Button>
          ))}
        </div>
      ) : null}
      <div className="row wrap">
        {zones.map((zone) => (
          <Button key={zone} onPress={() => void say(zone)}>
            {zone}
          </Button>
        ))}
        <form
          className="row"
          onSubmit={(event) => {
            event.preventDefault()
            void say(typed)
          }}
        >
          <TextField label={t('intake.zone-other')} placeholder="+01:00" mono value={typed} onChange={setTyped} />
          <ActionButton
            keys="Enter"
            inText
            label={t('intake.zone-use')}
            disabled={typed.trim() === ''}
            onAct={() => void say(typed)}
          />
        </form>
      </div>
    </div>
  )
}

const focusFirst = (): void => document.querySelector<HTMLElement>('#zone-question button')?.focus()

const someOf = (numbers: readonly number[]): string =>
  numbers.length > 6 ? `${numbers.slice(0, 6).join(', ')} …` : numbers.join(', ')

/** Offsets that other times of the report were written with, as they stand: "+0100" as +01:00. */
const offsetsIn = (events: readonly ReportEvent[]): readonly string[] =>
  events.flatMap(({ at, atText }) => {
    const offset = at === null ? null : /([+-]\d{2}):?(\d{2})\)?$/.exec(atText ?? '')
    return offset === null ? [] : [`${offset[1]}:${offset[2]}`]
  })
