/** The top of a card: how to reach them now in one sentence, then who if they are silent, then what they promise. */
import {
  ChevronDown,
  ChevronRight,
  Circle,
  CircleDot,
  CircleHelp,
  MailX,
  MessageSquareQuote,
  TriangleAlert,
} from 'lucide-react'
import { useState } from 'react'
import type { Reach } from '../../../shared/domain/reach/reach.ts'
import type { CardView } from '../../../shared/ipc/card-views.ts'
import { ActionButton } from '../../ui/button.tsx'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { useNow } from '../../ui/now.ts'
import { sentence, t } from '../../ui/t.ts'
import { LineLink } from './line-link.tsx'
import { ReachDetails } from './reach-details.tsx'
import { ReachQuestionBar, type Asked } from './reach-question.tsx'
import { Then, Promises } from './reach-then.tsx'
import { askedWords, channelWords, fieldOfWay, openWords } from './reach-words.ts'
import { wayIcons } from './way-icons.ts'

const openIcons = { yes: CircleDot, no: Circle, unknown: CircleHelp }

interface Props {
  readonly card: CardView
  readonly reach: Reach | null
  readonly asked: Asked
  readonly onAsk: (asked: Asked) => void
  readonly onCompose: () => void
}

export function ReachBand({ card, reach, asked, onAsk, onCompose }: Props) {
  const [why, setWhy] = useState(false)
  return (
    <div className="reach-band">
      <ReachQuestionBar card={card} asked={asked} onAsk={onAsk} />
      {reach === null ? (
        <p className="pad dim">{t('page.loading')}</p>
      ) : (
        <div className="reach-parts">
          <Now card={card} reach={reach} asked={asked} why={why} onWhy={() => setWhy(!why)} onCompose={onCompose} />
          <Then card={card} reach={reach} />
          <Promises card={card} />
        </div>
      )}
      {why && reach !== null ? <ReachDetails reach={reach} /> : null}
    </div>
  )
}

interface NowProps extends Omit<Props, 'onAsk'> {
  readonly reach: Reach
  readonly why: boolean
  readonly onWhy: () => void
}

function Now({ card, reach, asked, why, onWhy, onCompose }: NowProps) {
  const now = useNow()
  const { channel, open, script, warnings } = reach
  const Icon = channel === null ? MailX : wayIcons[channel.kind]
  const OpenIcon = openIcons[open]
  // That they are closed, or not to be reached, stands above it already.
  const trap = warnings.find(({ code }) => !/^reach\.mind\.(?:later|no-way)/.test(code))
  return (
    <section aria-label={t('cardpage.asked-now')}>
      <p className="dim">{askedWords(asked, reach.localTime)}</p>
      <div className="reach-value">
        <Icon aria-hidden className={channel === null ? 'late' : 'accent'} />
        <strong>{channelWords(reach, card)}</strong>
        {channel === null ? null : <LineLink line={channel.line} field={fieldOfWay[channel.kind]} />}
        <span className="reach-go">
          <ActionButton
            keys="c"
            hint
            look={channel?.kind === 'email' ? 'filled' : 'outline'}
            label={t('cardpage.compose')}
            disabled={card.own}
            onAct={onCompose}
          />
        </span>
      </div>
      <p className={`reach-fact ${open === 'yes' ? 'good' : ''}`}>
        <OpenIcon aria-hidden /> {openWords(reach, asked.at === null ? now : null)}
      </p>
      {script === null ? null : (
        <p className="reach-fact">
          <MessageSquareQuote aria-hidden /> {t('cardpage.say', { script })}
        </p>
      )}
      {trap === undefined ? null : (
        <p className="reach-fact soon">
          <TriangleAlert aria-hidden /> {sentence(trap)}
        </p>
      )}
      <WhyButton traps={warnings.length} open={why} onPress={onWhy} />
    </section>
  )
}

function WhyButton({
  traps,
  open,
  onPress,
}: {
  readonly traps: number
  readonly open: boolean
  readonly onPress: () => void
}) {
  useKeys('here', [{ keys: 'r', label: t('cardpage.why-key'), run: onPress, hint: true }])
  return (
    <button type="button" className="reach-why" aria-expanded={open} onClick={onPress}>
      {open ? <ChevronDown aria-hidden /> : <ChevronRight aria-hidden />}
      {traps === 0 ? t('cardpage.why-calm') : t('cardpage.why-counts', { traps })} <Kbd keys="r" />
    </button>
  )
}
