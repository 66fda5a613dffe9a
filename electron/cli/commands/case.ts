/** case new, attach, list, show, evidence, report. */
import type { CaseView } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { taken, type Answer, type Ask, type Call } from '../command.ts'
import { Usage } from '../refusal.ts'
import { outline, table } from '../output.ts'
import { readLine, readText } from '../read-text.ts'
import { caseShape, casesShape } from '../shapes/case-shape.ts'
import { needed, wholeNumber } from '../values.ts'
import { inPages } from './pages.ts'

/** The first file makes the case, with what Signet proposes for it; the others are attached. */
export async function create(call: Call): Promise<Answer> {
  const given = call.args.one('title')
  const [first, ...others] = call.args.many('from')
  if (given === null && first === undefined) throw new Usage(saying('cli.case-from-what'))
  const title = given === null ? null : await readLine(call, given)
  const { ask } = await call.vault()
  if (first === undefined) return caseLine(call, await ask('case.create', { title: title ?? '' }))
  const exchanges: string[] = []
  for (const file of [first, ...others]) exchanges.push(await keep(call, file))
  const made = await accept(ask, exchanges[0] ?? '', title)
  for (const exchange of exchanges.slice(1)) await ask('intake.attach', { exchange, numbers: [made.state.number] })
  return caseLine(call, await ask('case.show', { number: made.state.number }))
}

async function accept(ask: Ask, exchange: string, title: string | null): Promise<CaseView> {
  const { proposal } = await ask('intake.show', { exchange })
  return ask('intake.case', {
    exchange,
    title: title ?? proposal.title.value,
    rung: proposal.rung.value,
    tlp: proposal.tlp.value,
    urgent: proposal.urgent.value,
    rsit: proposal.rsit.value,
    constituent: proposal.constituent.value,
    owner: proposal.owner.value,
  })
}

/** Into the tray, sealed; refused before that where it cannot be opened, so that a refused command leaves nothing behind. */
async function keep(call: Call, file: string): Promise<string> {
  const [{ openMessage }, { readInput }, { keysForOpening }] = await Promise.all([
    import('../../core/pgp/open-message.ts'),
    import('../../core/files/input.ts'),
    import('../../core/exchange/own-secrets.ts'),
  ])
  const { session, ask } = await call.vault()
  const { name, bytes } = taken(readInput(call.files, await call.files.input(file)))
  taken(await openMessage({ bytes, fileName: name, ...keysForOpening(session), now: call.now }))
  return (await ask('intake.open', { file: { name, bytes } })).exchange.id
}

export async function attach(call: Call): Promise<Answer> {
  const [number = '', ...files] = call.args.words
  const { ask } = await call.vault()
  // Before anything is kept for a case that there is not.
  await ask('case.show', { number })
  for (const file of files) await ask('intake.attach', { exchange: await keep(call, file), numbers: [number] })
  return caseLine(call, await ask('case.show', { number }))
}

export async function evidence(call: Call): Promise<Answer> {
  const [number = '', given = ''] = call.args.words
  const source = await readText(call, needed(call.args, 'source'))
  const file = await call.files.input(given)
  const { ask } = await call.vault()
  return caseLine(call, await ask('case.evidence', { number, file, source }))
}

/** The whole case with --json, the line of what happened for a person. */
export function caseLine({ language }: Call, view: CaseView): Answer {
  const json = caseShape(view, language)
  return { json, text: `${json.number}  ${json.journal.at(-1)?.text ?? json.title}` }
}

export async function show(call: Call): Promise<Answer> {
  const { ask } = await call.vault()
  const json = caseShape(await ask('case.show', { number: call.args.words[0] ?? '' }), call.language)
  const { journal, checklist, seenElsewhere, heads: _heads, why, clocks, exchanges: _exchanges, ...facts } = json
  const done = checklist.filter(({ state }) => state !== 'open').map(({ item, state }) => `${item}: ${state}`)
  const lines = journal.map(({ at, actor, tier, text }) => [at, `${actor}·${tier}`, text])
  const shown = {
    ...facts,
    checklist: done,
    clocks: clocks.map(({ kind, state, due }) => `${kind}: ${state}, ${due}`),
    seenElsewhere,
  }
  return { json, text: [why.text, outline(shown), '', table(lines)].join('\n') }
}

export async function list(call: Call): Promise<Answer> {
  const search = call.args.one('search')
  const limit = wholeNumber(call.args.one('limit') ?? '100', '--limit', 1, 1_000_000)
  const words = search === null ? '' : await readLine(call, search)
  const { ask } = await call.vault()
  const { total, rows } = await inPages(limit, async (from, count) => {
    const page = await ask('case.list', { search: words, from, count })
    return { total: page.total, rows: page.cases }
  })
  return { json: casesShape(total, rows), text: table(rows.map(({ number, phase, title }) => [number, phase, title])) }
}
