/** One stop or condition: why, by which rule, and the buttons of what would let it pass; the first is the smallest change. */
import { CircleX, TriangleAlert } from 'lucide-react'
import { tlpLabel, type Tlp } from '../../../shared/domain/marking/tlp.ts'
import type { VerdictReason } from '../../../shared/domain/disclosure/verdict.ts'
import { Button } from '../../ui/button.tsx'
import { useKeys } from '../../ui/keys/use-keys.ts'
import { sentence, t } from '../../ui/t.ts'
import type { Way } from './ways.ts'

interface Props {
  readonly reason: VerdictReason
  readonly name: string
  readonly ways: readonly Way[]
  /** Counted from 1; null: so far down that it has no key of its own. */
  readonly place: number | null
  readonly onWay: (way: Way) => void
}

export function GateReason({ reason: { level, said, clause }, name, ways, place, onWay }: Props) {
  const Icon = level === 'stop' ? CircleX : TriangleAlert
  const [first] = ways
  const keys = place === null ? null : `Alt+${String(place)}`
  useKeys(
    'here',
    first === undefined || keys === null
      ? []
      : [{ keys, label: `${wayWords(first)}: ${name}`, run: () => onWay(first), disabled: isOff(first) }],
  )
  return (
    <article className={`gate-reason ${level}`}>
      <h3>
        <Icon aria-hidden />
        <span className="grow">
          {t(`compose.level.${level}`)}: {name}
        </span>
      </h3>
      <p>{sentence(said)}</p>
      <p className="dim">{t('compose.clause', { clause })}</p>
      {ways.length === 0 ? null : (
        <div className="gate-ways">
          {ways.map((way, at) => (
            <Button
              key={way.do}
              disabled={isOff(way)}
              kbd={at === 0 ? (keys ?? undefined) : keyOf(way)}
              onPress={() => onWay(way)}
            >
              {wayWords(way)}
            </Button>
          ))}
        </div>
      )}
    </article>
  )
}

const isOff = (way: Way): boolean => way.do === 'clear' && !way.allowed

/** Bound by the page, because several reasons may offer the same. */
const keyOf = (way: Way): string | undefined =>
  way.do === 'split' ? 'Alt+S' : way.do === 'clear' && way.allowed ? 'Alt+G' : undefined

function wayWords(way: Way): string {
  switch (way.do) {
    case 'find-key':
      return t('compose.way.key')
    case 'look-key':
      return t('compose.way.look-key')
    case 'split':
      return t('compose.way.split')
    case 'clear':
      return way.allowed ? t('compose.way.clear') : t('compose.way.clear-not', { marking: marked(way.tlp) })
    case 'encrypt':
      return t('compose.way.encrypt')
    case 'card':
      return t('compose.way.card')
    case 'call-back':
      return t('compose.way.call-back')
    case 'mark':
      return t('compose.way.mark', { marking: marked(way.tlp) })
    case 'take-off':
      return t('compose.way.take-off', { name: way.recipient.name })
    case 'choose':
      return t('compose.way.choose')
  }
}

const marked = (tlp: Tlp): string => tlpLabel(tlp)
