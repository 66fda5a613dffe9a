/** The calls about figures of a period: shown, copied, written as CSV, or as the statement without identities. */
import { anyOf } from '../../../shared/domain/disclosure/supposed.ts'
import { textOf } from '../../../shared/domain/output/report-doc.ts'
import { writeMarkdown } from '../../../shared/domain/output/write-markdown.ts'
import { statementOf } from '../../../shared/domain/statistics/statement.ts'
import { statisticsOf } from '../../../shared/domain/statistics/statistics-of.ts'
import { statisticsCsv } from '../../../shared/domain/statistics/statistics-tables.ts'
import type { Statistics, StatisticsPeriod } from '../../../shared/domain/statistics/statistics-view.ts'
import type { Handlers, Parsed } from '../../../shared/ipc/contract.ts'
import { fail, ok, type Result } from '../../../shared/kit/result.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { passGate, type GateAsk } from '../disclosure/gate.ts'
import { teamHere } from '../output/output-source.ts'
import { writePrepared, type Prepared } from '../output/prepared.ts'
import { release } from '../release/release.ts'
import { copyCleared } from '../release/writers.ts'
import { nowOf, profileOf, withSession, type Desk, type Session } from '../session.ts'
import { figuresHere } from './figures.ts'

type StatisticsCalls = Pick<Handlers<'core'>, 'stats.show' | 'stats.copy' | 'stats.write'>

const language = 'en'

export const statisticsHandlers = (desk: Desk): StatisticsCalls => ({
  'stats.show': withSession(desk, (session, period) => statisticsHere(session, period)),
  'stats.copy': withSession(desk, copyFigures),
  'stats.write': withSession(desk, (session, wish) => writeFigures(session, wish)),
})

/** Refused with `stats-period` where it ends before it begins. */
function statisticsHere(session: Session, { from, to }: StatisticsPeriod): Result<Statistics, Saying> {
  if (to < from) return fail(saying('stats-period'))
  const { cases, responseDue } = figuresHere(session)
  const ranking = session.queue.ranking()
  const rung = (id: number): { name: string; at: number } | null => {
    const rank = ranking.rank(id)
    return rank === null ? null : { name: rank.rung.name, at: rank.at }
  }
  const { zone } = profileOf(session)
  return ok(statisticsOf(cases, { period: { from, to }, zone, now: nowOf(session), responseDue, rung }))
}

/** Figures for the own house name constituents, so they are marked and go to the management alone. */
const inside = (text: string): GateAsk => ({
  number: null,
  to: [anyOf('management')],
  classes: ['statistical'],
  channel: 'file',
  tlp: 'AMBER',
  text,
  disguised: false,
})

function copyFigures(session: Session, { part, ...period }: Parsed<'stats.copy'>): Result<null, Saying> {
  const shown = statisticsHere(session, period)
  if (!shown.ok) return shown
  const text = statisticsCsv(shown.value, language, part)
  const pass = passGate(session, inside(text), { conditionsAccepted: true, override: null })
  if (!pass.ok) return pass
  copyCleared(session.ports, release.output(pass.value, text))
  return ok(null)
}

async function writeFigures(
  session: Session,
  { kind, approver, target: to, ...period }: Parsed<'stats.write'>,
): Promise<Result<{ file: string; sha256: string }, Saying>> {
  if (kind === 'statement' && approver.trim() === '') return fail(saying('stats-approver'))
  const shown = statisticsHere(session, period)
  if (!shown.ok) return shown
  const prepared = kind === 'csv' ? figuresFile(shown.value) : statement(session, shown.value, approver.trim())
  // What the gate asks of a person here is the approver, who was named.
  return writePrepared(session, prepared, { to, conditionsAccepted: true, override: null })
}

function figuresFile(all: Statistics): Prepared {
  const text = statisticsCsv(all, language, null)
  return { ask: inside(text), text, redacted: [], names: [], form: 'figures csv', content: () => Promise.resolve(text) }
}

/** For the community (M-43): who is in the cases cannot be told from it. */
function statement(session: Session, all: Statistics, approver: string): Prepared {
  const doc = statementOf(all, { language, team: teamHere(session).name, now: nowOf(session) })
  const text = writeMarkdown(doc)
  return {
    ask: {
      number: null,
      to: [anyOf('community')],
      classes: ['statistical'],
      channel: 'file',
      tlp: doc.tlp,
      text: textOf(doc),
      disguised: true,
      approver,
    },
    text,
    redacted: [],
    names: [],
    form: 'figures statement',
    content: () => Promise.resolve(text),
  }
}
