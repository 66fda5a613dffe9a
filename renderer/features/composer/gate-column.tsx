/** The gate of this draft: what it says, what would let it pass, and the quiet way past it. */
import type { VerdictReason } from '../../../shared/domain/disclosure/verdict.ts'
import type { DraftView } from '../../../shared/ipc/views.ts'
import { GateOverride, type Override } from '../../ui/gate-override.tsx'
import { GateVerdict, testedWords, type GateWay } from '../../ui/gate-verdict.tsx'
import { t } from '../../ui/t.ts'
import { wayWords } from './way-words.ts'
import type { Way } from './ways.ts'

interface Props {
  readonly view: DraftView
  /** The text on the screen is newer than what was judged. */
  readonly older: boolean
  readonly accepted: boolean
  readonly onAccept: (accepted: boolean) => void
  readonly waysOf: (reason: VerdictReason) => readonly Way[]
  readonly onWay: (way: Way) => void
  /** What an override does. */
  readonly go: string
  readonly onOverride: (override: Override) => Promise<void>
}

export function GateColumn({ view, older, accepted, onAccept, waysOf, onWay, go, onOverride }: Props) {
  const { verdict, recipients, draft } = view
  const nameOf = (id: string | null): string =>
    recipients.find(({ card, fingerprint }) => card === id || fingerprint === id)?.name ?? t('compose.whole')
  const shown = (reason: VerdictReason): readonly GateWay[] =>
    waysOf(reason).map((way) => ({
      id: way.do,
      label: wayWords(way),
      keys: keyOf(way),
      disabled: way.do === 'clear' && !way.allowed,
      run: () => onWay(way),
    }))
  return (
    <section className="compose-gate" aria-labelledby="gate-head">
      <GateVerdict
        verdict={verdict}
        tested={older ? t('uigate.newer') : testedWords(verdict, draft.savedAt)}
        nameOf={nameOf}
        waysOf={shown}
        accepted={accepted}
        onAccept={onAccept}
      />
      <GateOverride verdict={verdict} go={go} onOverride={onOverride} />
    </section>
  )
}

/** Bound by the page, because several reasons may offer the same. */
const keyOf = (way: Way): string | undefined =>
  way.do === 'split' ? 'Alt+S' : way.do === 'clear' && way.allowed ? 'Alt+G' : undefined
