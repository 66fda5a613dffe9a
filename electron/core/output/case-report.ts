/** The report of a case as one HTML file: black on white, its marking on top and bottom of every page, observables defanged. */
import type { CaseState } from '../../../shared/domain/case/case.ts'
import { tlpLabel } from '../../../shared/domain/marking/tlp.ts'
import { defang } from '../../../shared/domain/observable/refang.ts'
import { bandOf } from '../../../shared/domain/order/ladder.ts'
import type { JournalLine } from '../../../shared/ipc/views.ts'
import { say, word, type Code, type Language } from '../../../shared/words/say.ts'
import { html, type Html } from './html.ts'

export interface ReportInput {
  readonly state: CaseState
  readonly journal: readonly JournalLine[]
  readonly audience: 'user' | 'management' | 'csirt' | 'vendor' | 'police' | 'press'
  readonly code: string
  readonly at: string
  readonly language: Language
}

/** Audiences that see how we worked; the others see what happened and what was done. */
const seesJournal: readonly ReportInput['audience'][] = ['management', 'csirt', 'police']

const style = `@page{margin:22mm 16mm}body{font:11pt/1.45 sans-serif;color:#000;background:#fff;max-width:180mm;margin:auto}
.tlp{font:bold 12pt monospace;text-align:right}header.tlp{border-bottom:1px solid #000}footer.tlp{border-top:1px solid #000;margin-top:2em}
h1{font-size:16pt;margin:.6em 0 .2em}h2{font-size:12pt;margin:1.4em 0 .3em}table{border-collapse:collapse;width:100%}
td,th{text-align:left;vertical-align:top;padding:2px 8px 2px 0;border-bottom:1px solid #ccc}code{font:10pt monospace}
pre{white-space:pre-wrap;overflow-wrap:anywhere;font:inherit;margin:0}
@media print{header.tlp{position:fixed;top:-14mm;right:0;border:0}footer.tlp{position:fixed;bottom:-14mm;right:0;border:0}}`

export function caseReport(input: ReportInput): string {
  const { state, language } = input
  const label = tlpLabel(state.tlp)
  const title = word(language, 'out.report.title', { number: state.number })
  const page = html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'" />
        <title>${label} ${title}</title>
        <style>
          ${{ html: style }}
        </style>
      </head>
      <body>
        <header class="tlp">${label}</header>
        <h1>${defangIn(state.title, state)}</h1>
        <p>
          ${title}.
          ${word(language, 'out.report.for', { audience: word(language, `audience.${input.audience}`), at: input.at, code: input.code })}
        </p>
        ${summary(state, language)} ${checklist(state, language)} ${observables(state, language)}
        ${exchanges(state, language)} ${evidence(state, language)}
        ${seesJournal.includes(input.audience) ? journal(input) : []}
        <p>
          ${word(language, 'out.report.footer', { number: state.number, count: input.journal.length, head: input.journal.at(-1)?.hash.slice(0, 16) ?? '' })}
        </p>
        <footer class="tlp">${label}</footer>
      </body>
    </html> `
  return page.html
}

function summary(state: CaseState, language: Language): Html {
  const band = bandOf(state.rung, state.severity)
  const lines = [
    word(language, 'out.report.opened', { at: state.openedAt }),
    word(language, 'out.report.phase', { phase: word(language, `phase.${state.phase}`) }),
    state.rung === null
      ? word(language, 'out.report.band', { band })
      : word(language, 'out.report.rung', { band, rung: state.rung }),
    ...(state.rsit === null ? [] : [word(language, 'out.report.class', { rsit: state.rsit })]),
    ...(state.constituent === null
      ? []
      : [word(language, 'out.report.constituent', { constituent: state.constituent })]),
    ...(state.respondedAt === null ? [] : [word(language, 'out.report.responded', { at: state.respondedAt })]),
  ]
  return html`${section(
    language,
    'out.report.summary',
    html`<ul>
      ${lines.map((line) => html`<li>${line}</li>`)}
    </ul>`,
  )}${closing(state, language)}`
}

function closing(state: CaseState, language: Language): Html {
  const { closing: closed } = state
  if (closed === null) return html``
  const head = word(language, 'out.report.closed', { at: closed.at, code: word(language, `closing.${closed.code}`) })
  return section(
    language,
    'out.report.closing',
    html`<p>${head}</p>
      <pre>${defangIn(closed.note, state)}</pre>`,
  )
}

const section = (language: Language, title: Code, body: Html): Html =>
  html`<h2>${say(language, { code: title, params: {} })}</h2>
    ${body}`

function table(language: Language, title: Code, rows: readonly Html[]): Html {
  const none = html`<p>${word(language, 'out.report.none')}</p>`
  return section(
    language,
    title,
    rows.length === 0
      ? none
      : html`<table>
          ${rows}
        </table>`,
  )
}

const checklist = (state: CaseState, language: Language): Html =>
  table(
    language,
    'out.report.checklist',
    state.checklist
      .filter((check) => check.state !== 'open')
      .map(({ item, state: set, reason }) => {
        const name = word(language, `check.${item}`)
        return html`<tr>
          <td>${name}</td>
          <td>${set === 'na' ? '–' : '✓'}</td>
          <td>${reason ?? ''}</td>
        </tr>`
      }),
  )

const observables = (state: CaseState, language: Language): Html =>
  table(
    language,
    'out.report.observables',
    state.observables.map(
      (seen) =>
        html`<tr>
          <td>${seen.type}</td>
          <td><code>${defang(seen)}</code></td>
          <td>${seen.state}</td>
        </tr>`,
    ),
  )

const exchanges = (state: CaseState, language: Language): Html =>
  table(
    language,
    'out.report.exchanges',
    state.exchanges.map(
      ({ at, direction, partner, subject }) =>
        html`<tr>
          <td>${at}</td>
          <td>${direction === 'in' ? '←' : '→'} ${partner}</td>
          <td>${defangIn(subject, state)}</td>
        </tr>`,
    ),
  )

const evidence = (state: CaseState, language: Language): Html =>
  state.evidence.length === 0
    ? html``
    : table(
        language,
        'out.report.evidence',
        state.evidence.map(
          ({ name, sha256, source, at }) =>
            html`<tr>
              <td>${name}</td>
              <td><code>${sha256}</code></td>
              <td>${source}</td>
              <td>${at}</td>
            </tr>`,
        ),
      )

/** Notes and journal lines name observables too; in what leaves, none of them may be live. Longest first: a link before its host. */
function defangIn(text: string, state: CaseState): string {
  const known = state.observables.toSorted((a, b) => b.value.length - a.value.length)
  return known.reduce((all, seen) => all.replaceAll(seen.value, defang(seen)), text)
}

const journal = ({ state, journal: lines, language }: ReportInput): Html =>
  table(
    language,
    'out.report.journal',
    lines.map(
      ({ at, code, tier, said }) =>
        html`<tr>
          <td>${at}</td>
          <td>${code}·${tier}</td>
          <td><pre>${defangIn(say(language, said), state)}</pre></td>
        </tr>`,
    ),
  )
