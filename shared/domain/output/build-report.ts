/** Makes the report of a case for one audience: only the parts that it may see, redacted, defanged, marked. */
import type { CaseState } from '../case/case.ts'
import type { Clock } from '../clock/clock.ts'
import { tlpLabel } from '../marking/tlp.ts'
import type { PhaseSpan } from '../statistics/phase-spans.ts'
import { word, type Language } from '../../words/say.ts'
import { partsFor, type ReportPart } from './audience.ts'
import { defangText } from './defang-text.ts'
import { strictestIn, type Redact, type Team } from './export-content.ts'
import { sectionOf } from './report-sections.ts'
import { utcText } from './utc-text.ts'
import { textOf, type Audience, type ReportDoc, type Section } from './report-doc.ts'

export interface ReportSource {
  readonly state: CaseState
  readonly clocks: readonly Clock[]
  readonly spans: readonly PhaseSpan[]
  /** Oldest first; `text` is the sentence of the entry. */
  readonly journal: readonly {
    readonly at: string
    readonly who: string
    readonly text: string
    readonly hash: string
  }[]
  /** Announcements about this case that anybody may read. */
  readonly released: readonly { readonly number: string; readonly title: string; readonly at: string }[]
  readonly team: Team
  /** Personal code of who writes it. */
  readonly code: string
  /** UTC ISO. */
  readonly now: string
}

export interface ReportAsk {
  readonly audience: Audience
  readonly language: Language
  readonly redact: Redact
}

/** What the parts are written with: `clean` makes any text of the case fit to go out. */
export interface Writing extends ReportSource, ReportAsk {
  readonly clean: (text: string) => string
}

export function buildReport(source: ReportSource, ask: ReportAsk): ReportDoc {
  const { state, journal, now, code } = source
  const { audience, language, redact } = ask
  const clean = (text: string): string => defangText(redact(text), state.observables)
  const writing: Writing = { ...source, ...ask, clean }
  const head = journal.at(-1)?.hash ?? ''
  const doc: ReportDoc = {
    tlp: state.tlp,
    number: state.number,
    title: audience === 'press' ? word(language, 'out.report.title', { number: state.number }) : clean(state.title),
    lead: word(language, 'out.report.for', {
      audience: word(language, `audience.${audience}`),
      at: utcText(now),
      code,
    }),
    sections: partsFor[audience].flatMap((part: ReportPart): readonly Section[] => sectionOf(part, writing)),
    record: word(language, 'out.report.footer', { number: state.number, count: journal.length, head }),
    head,
  }
  const tlp = strictestIn(doc.tlp, [textOf(doc)])
  return tlp === doc.tlp
    ? doc
    : { ...doc, tlp, lead: `${doc.lead} ${word(language, 'out.report.stricter', { marking: tlpLabel(tlp) })}` }
}
