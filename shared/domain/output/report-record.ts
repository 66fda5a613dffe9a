/** The parts of a case report that say who was asked, what was taken in and what we did: for those who may see all. */
import { word } from '../../words/say.ts'
import type { Writing } from './build-report.ts'
import { utcText } from './utc-text.ts'
import type { Block } from './report-doc.ts'
import { tableOf } from './report-table.ts'

export function partyBlocks({ state, language, clean }: Writing): readonly Block[] {
  const rows = state.parties.map(({ name, role, asked }) => [
    clean(name),
    word(language, `party-role.${role}`),
    asked.map(({ at, what }) => `${utcText(at)} ${clean(what)}`).join('\n'),
    asked.flatMap(({ answer }) => (answer === null ? [] : [`${utcText(answer.at)} ${clean(answer.note)}`])).join('\n'),
  ])
  return tableOf(
    language,
    [
      { title: 'out.column.party', width: 3 },
      { title: 'out.column.role', width: 2 },
      { title: 'out.column.asked', width: 4 },
      { title: 'out.column.answer', width: 4 },
    ],
    rows,
  )
}

export function exchangeBlocks({ state, language, clean }: Writing): readonly Block[] {
  const rows = state.exchanges.map(({ at, direction, partner, subject, sha256 }) => [
    utcText(at),
    `${direction === 'in' ? '←' : '→'} ${clean(partner)}`,
    clean(subject),
    sha256,
  ])
  return tableOf(
    language,
    [
      { title: 'out.column.at', width: 3, mono: true },
      { title: 'out.column.party', width: 3 },
      { title: 'out.column.subject', width: 3 },
      { title: 'out.column.sha256', width: 4, mono: true },
    ],
    rows,
  )
}

/** Each file with what happened to it since it was taken in: the custody that a court asks for. */
export function evidenceBlocks({ state, language, clean }: Writing): readonly Block[] {
  const files = state.evidence.flatMap((one): readonly Block[] => {
    const taken = [
      utcText(one.takenAt ?? one.at),
      one.by,
      word(language, 'out.custody.taken'),
      one.place ?? '',
      clean(one.source),
    ]
    const handled = one.handled.map(({ at, code, what, place, note }) => [
      utcText(at),
      code,
      word(language, `handling.${what}`),
      clean(place),
      clean(note),
    ])
    return [
      {
        kind: 'text',
        text: word(language, 'out.evidence.file', { name: clean(one.name), size: one.size, sha256: one.sha256 }),
      },
      ...tableOf(language, custody, [taken, ...handled]),
    ]
  })
  return files.length === 0 ? [{ kind: 'text', text: word(language, 'out.report.none') }] : files
}

const custody = [
  { title: 'out.column.at', width: 4, mono: true },
  { title: 'out.column.who', width: 1 },
  { title: 'out.column.handling', width: 2 },
  { title: 'out.column.place', width: 2 },
  { title: 'out.column.note', width: 4 },
] as const

/** The form of M-42. */
export function prosecutionBlocks({ state, language, clean }: Writing): readonly Block[] {
  const { prosecution } = state
  if (prosecution === null) return []
  const { decision, after, observation, traps, reason, at, by } = prosecution
  return [
    { kind: 'text', text: word(language, `prosecution.${decision}`) },
    {
      kind: 'list',
      lines: [
        word(language, 'out.prosecution.after', { text: clean(after) }),
        word(language, 'out.prosecution.observation', { text: clean(observation) }),
        word(language, 'out.prosecution.traps', { text: clean(traps) }),
        word(language, 'out.prosecution.reason', { text: clean(reason) }),
        word(language, 'out.prosecution.by', { at: utcText(at), code: by.code }),
      ],
    },
  ]
}

export const journalBlocks = ({ journal, language, clean }: Writing): readonly Block[] =>
  tableOf(
    language,
    [
      { title: 'out.column.at', width: 3, mono: true },
      { title: 'out.column.who', width: 1 },
      { title: 'out.column.what', width: 6 },
    ],
    journal.map(({ at, who, text }) => [utcText(at), who, clean(text)]),
  )
