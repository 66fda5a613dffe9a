/** The parts of a case report, each as a section; a part that has nothing to say is left out or says "None." */
import { defang } from '../observable/refang.ts'
import { bandOf } from '../order/ladder.ts'
import { say, word, type Code } from '../../words/say.ts'
import { accountsOf, namesConstituent, namesSources, observablesFor, type ReportPart } from './audience.ts'
import type { Writing } from './build-report.ts'
import { evidenceBlocks, exchangeBlocks, journalBlocks, partyBlocks, prosecutionBlocks } from './report-record.ts'
import { minutesText } from './minutes-text.ts'
import { utcText } from './utc-text.ts'
import type { Block, Section } from './report-doc.ts'
import { tableOf } from './report-table.ts'

export function sectionOf(part: ReportPart, writing: Writing): readonly Section[] {
  const blocks = blocksOf(part, writing)
  return blocks.length === 0 ? [] : [{ title: word(writing.language, `out.part.${part}`), blocks }]
}

function blocksOf(part: ReportPart, writing: Writing): readonly Block[] {
  switch (part) {
    case 'summary':
      return summary(writing)
    case 'released':
      return released(writing)
    case 'accounts':
      return accounts(writing)
    case 'to-do':
      return toDo(writing)
    case 'clocks':
      return clocks(writing)
    case 'phases':
      return phases(writing)
    case 'legal':
      return legal(writing)
    case 'checklist':
      return checklist(writing)
    case 'timeline':
      return timeline(writing)
    case 'observables':
      return observables(writing)
    case 'closing':
      return closing(writing)
    case 'contact':
      return contact(writing)
    case 'parties':
      return partyBlocks(writing)
    case 'exchanges':
      return exchangeBlocks(writing)
    case 'evidence':
      return evidenceBlocks(writing)
    case 'prosecution':
      return prosecutionBlocks(writing)
    case 'journal':
      return journalBlocks(writing)
  }
}

function summary({ state, language, audience, clean }: Writing): readonly Block[] {
  const band = bandOf(state.rung, state.severity)
  const inner = audience === 'management' || audience === 'police' || audience === 'csirt'
  const lines = [
    word(language, 'out.report.opened', { at: utcText(state.openedAt) }),
    word(language, 'out.report.phase', { phase: word(language, `phase.${state.phase}`) }),
    ...(!inner
      ? []
      : [
          state.rung === null
            ? word(language, 'out.report.band', { band })
            : word(language, 'out.report.rung', { band, rung: state.rung }),
        ]),
    ...(state.rsit === null ? [] : [word(language, 'out.report.class', { rsit: state.rsit })]),
    ...(state.occurred === null ? [] : [word(language, `out.report.occurred-${state.occurred}`)]),
    ...(state.constituent === null || !namesConstituent(audience)
      ? []
      : [word(language, 'out.report.constituent', { constituent: clean(state.constituent) })]),
    ...(state.respondedAt === null || !inner
      ? []
      : [word(language, 'out.report.responded', { at: utcText(state.respondedAt) })]),
  ]
  return [{ kind: 'list', lines }]
}

function released({ released: out, language, clean }: Writing): readonly Block[] {
  if (out.length === 0) return [{ kind: 'text', text: word(language, 'out.released.none') }]
  const lines = out.map(({ number, title, at }) =>
    word(language, 'out.released.line', { number, title: clean(title), at: utcText(at) }),
  )
  return [
    { kind: 'text', text: word(language, 'out.released.only') },
    { kind: 'list', lines },
  ]
}

function accounts({ state, language, clean }: Writing): readonly Block[] {
  const rows = accountsOf(state).map((one) => [clean(defang(one)), word(language, 'out.account.compromised')])
  return tableOf(
    language,
    [
      { title: 'out.column.account', width: 3, mono: true },
      { title: 'out.column.state', width: 2 },
    ],
    rows,
  )
}

function toDo({ state, language }: Writing): readonly Block[] {
  const [group = ''] = (state.rsit ?? '').split('/')
  const advice: readonly Code[] = [
    ...(accountsOf(state).length === 0 ? [] : (['out.advice.password', 'out.advice.sessions'] as const)),
    ...(state.rsit === 'fraud/phishing' ? (['out.advice.phishing'] as const) : []),
    ...(group === 'malicious-code' ? (['out.advice.malware'] as const) : []),
    'out.advice.keep',
    'out.advice.tell',
  ]
  return [{ kind: 'list', lines: advice.map((code) => say(language, { code, params: {} })) }]
}

function clocks({ clocks: all, language, clean }: Writing): readonly Block[] {
  const rows = all.map(({ kind, state, due, metAt, said }) => [
    clean(say(language, said)),
    utcText(due),
    word(language, `out.clock.${state}`),
    utcText(metAt ?? ''),
    kind,
  ])
  return tableOf(
    language,
    [
      { title: 'out.column.promise', width: 5 },
      { title: 'out.column.due', width: 3, mono: true },
      { title: 'out.column.state', width: 2 },
      { title: 'out.column.met', width: 3, mono: true },
    ],
    rows.map((row) => row.slice(0, 4)),
  )
}

function phases({ spans, language, now }: Writing): readonly Block[] {
  const rows = spans.map(({ phase, from, to }) => [
    word(language, `phase.${phase}`),
    utcText(from),
    utcText(to ?? ''),
    minutesText(Math.max(0, (Date.parse(to ?? now) - Date.parse(from)) / 60_000)),
  ])
  return tableOf(
    language,
    [
      { title: 'out.column.phase', width: 3 },
      { title: 'out.column.from', width: 3, mono: true },
      { title: 'out.column.to', width: 3, mono: true },
      { title: 'out.column.time', width: 2 },
    ],
    rows,
  )
}

function legal({ state, language, clean }: Writing): readonly Block[] {
  if (state.legal.length === 0) return []
  const rows = state.legal.map(({ rule, runs, reason, doneAt, note }) => [
    rule,
    runs ? word(language, 'out.legal.runs') : word(language, 'out.legal.off'),
    utcText(doneAt ?? ''),
    clean([reason, note ?? ''].filter((one) => one !== '').join(' / ')),
  ])
  return tableOf(
    language,
    [
      { title: 'out.column.rule', width: 2 },
      { title: 'out.column.state', width: 2 },
      { title: 'out.column.met', width: 3, mono: true },
      { title: 'out.column.note', width: 4 },
    ],
    rows,
  )
}

/** Reasons are words of the inside: others see what was done, not why a step was passed over. */
function checklist({ state, language, audience, clean }: Writing): readonly Block[] {
  const rows = state.checklist
    .filter((check) => check.state !== 'open')
    .map(({ item, state: set, reason }) => [
      word(language, `check.${item}`),
      word(language, set === 'na' ? 'out.check.na' : 'out.check.done'),
      audience === 'management' ? clean(reason ?? '') : '',
    ])
  return tableOf(
    language,
    [
      { title: 'out.column.step', width: 5 },
      { title: 'out.column.state', width: 2 },
      { title: 'out.column.note', width: 4 },
    ],
    rows,
  )
}

function timeline({ state, language, audience, clean }: Writing): readonly Block[] {
  const named = namesSources(audience)
  const rows = state.events
    .toSorted((a, b) => ((a.at ?? a.atText) < (b.at ?? b.atText) ? -1 : 1))
    .map(({ at, atText, what, source }) => [
      at === null ? word(language, 'out.no-zone', { text: clean(atText) }) : utcText(at),
      clean(what),
      ...(named ? [clean(source)] : []),
    ])
  return tableOf(
    language,
    [
      { title: 'out.column.at', width: 3, mono: true },
      { title: 'out.column.what', width: 6 },
      ...(named ? [{ title: 'out.column.source', width: 3 } as const] : []),
    ],
    rows,
  )
}

function observables(writing: Writing): readonly Block[] {
  const { state, language, audience, clean } = writing
  const rows = observablesFor(audience, state).map((one) => [one.type, clean(defang(one)), one.state])
  return tableOf(
    language,
    [
      { title: 'out.column.type', width: 1 },
      { title: 'out.column.value', width: 6, mono: true },
      { title: 'out.column.state', width: 2 },
    ],
    rows,
  )
}

function closing({ state, language, clean }: Writing): readonly Block[] {
  const { closing: closed } = state
  if (closed === null) return []
  const code = word(language, `closing.${closed.code}`)
  return [
    { kind: 'text', text: word(language, 'out.report.closed', { at: utcText(closed.at), code }) },
    { kind: 'text', text: clean(closed.note) },
  ]
}

/** Ours is public: it is how one answers. Still harmless to click, like everything in the file. */
const contact = ({ team, state, language }: Writing): readonly Block[] => [
  {
    kind: 'text',
    text: word(language, 'out.contact', { team: team.name, address: team.address, number: state.number }),
  },
]
