/** The gate before something of a case is written (a report, an export, figures, evidence): verdict, redaction, override, one way on. */
import { EyeOff } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { Fix, Verdict, VerdictReason } from '../../shared/domain/disclosure/verdict.ts'
import type { Hidden } from '../../shared/domain/redaction/redaction.ts'
import { ActionButton, Button } from './button.tsx'
import { Sheet } from './dialog.tsx'
import { fixWords } from './gate-fix.ts'
import { GateOverride, type Override } from './gate-override.tsx'
import { RedactSheet } from './gate-redact.tsx'
import { GateVerdict, testedWords, type GateWay } from './gate-verdict.tsx'
import { t } from './t.ts'

export interface GateSheetProps {
  /** "Report for management", "Evidence of 2026-MK-0004". */
  readonly title: string
  readonly verdict: Verdict
  /** UTC ISO: when the verdict was given. */
  readonly at: string
  readonly nameOf?: (recipient: string | null) => string
  readonly redacted: readonly Hidden[]
  /** Leave `hide` away where nothing can be hidden (figures, evidence). */
  readonly offered?: readonly Hidden[]
  readonly hide?: readonly string[]
  /** Asks for a new preview with these hidden. */
  readonly onRedact?: (hide: readonly string[]) => void
  readonly accepted: boolean
  readonly onAccept: (accepted: boolean) => void
  /** "Save the report": the one filled button, and what an override does. */
  readonly go: string
  readonly busy: boolean
  readonly onGo: () => void
  readonly onOverride: (override: Override) => Promise<void>
  /** Other smallest changes: a permission on the case page, a call-back; a fix that is not named here has no button. */
  readonly fixes?: Partial<Readonly<Record<Fix['kind'], (fix: Fix) => void>>>
  readonly onClose: () => void
  /** As text: shown in the redaction, and below the verdict where there are no `children`. */
  readonly preview: string
  /** How it would look, where that is more than text. */
  readonly children?: ReactNode
}

export function GateSheet(props: GateSheetProps) {
  const { verdict, redacted, offered = [], hide, onRedact, accepted, go, busy, onGo, onClose, preview } = props
  const [hiding, setHiding] = useState(false)
  const waits = verdict.verdict === 'stop' || (verdict.verdict === 'condition' && !accepted)
  const waysOf = (reason: VerdictReason): readonly GateWay[] => ways(reason, props)
  return (
    <Sheet
      title={props.title}
      onClose={onClose}
      foot={
        <>
          {hide === undefined || onRedact === undefined ? null : (
            <ActionButton
              keys="Alt+X"
              label={t('uigate.redact-open', { n: redacted.length })}
              icon={<EyeOff aria-hidden />}
              onAct={() => setHiding(true)}
            />
          )}
          <span className="grow" />
          <Button onPress={onClose} kbd="Esc">
            {t('page.cancel')}
          </Button>
          <ActionButton keys="Ctrl+Enter" look="filled" label={go} disabled={waits || busy} onAct={onGo} />
        </>
      }
    >
      <div className="gate-sheet">
        <GateVerdict
          verdict={verdict}
          tested={testedWords(verdict, props.at)}
          nameOf={props.nameOf ?? (() => t('uigate.whole'))}
          waysOf={waysOf}
          accepted={accepted}
          onAccept={props.onAccept}
        />
        <section className="gate-result" aria-label={t('uigate.preview')}>
          <h3>{t('uigate.preview')}</h3>
          {props.children ?? <pre tabIndex={0}>{preview}</pre>}
        </section>
        <GateOverride verdict={verdict} go={go} onOverride={props.onOverride} />
      </div>
      {hiding && hide !== undefined && onRedact !== undefined ? (
        <RedactSheet {...{ redacted, offered, hide, onRedact }} result={preview} onClose={() => setHiding(false)} />
      ) : null}
    </Sheet>
  )
}

function ways(
  { fix, recipient }: VerdictReason,
  { hide, onRedact, fixes = {}, nameOf = () => t('uigate.whole') }: GateSheetProps,
): readonly GateWay[] {
  if (fix === undefined) return []
  const label = fixWords(fix, nameOf(recipient))
  if (fix.kind === 'redact' && hide !== undefined && onRedact !== undefined)
    return [{ id: fix.kind, label, run: () => onRedact([...new Set([...hide, ...fix.items])]) }]
  const run = fixes[fix.kind]
  return run === undefined ? [] : [{ id: fix.kind, label, run: () => run(fix) }]
}
