/** What an analyst does most: notes, fields, new cases, a note that is being typed. */
import type { CaseView } from '../../../shared/ipc/views.ts'
import { acked, lastOf, type After, type KillKind, type Work } from '../kill-kind.ts'
import { passphrase, type PlainDesk } from '../plain-desk.ts'

export const writes: KillKind = {
  name: 'writes',
  span: 400,
  calls: 250,
  killsEach: 10,
  work: async (work) => {
    await work.desk.call('vault.unlock', { passphrase })
    const { cases } = await work.desk.call('case.list', { count: 3 })
    const views = new Map<string, CaseView>()
    for (const { number } of cases) views.set(number, await work.desk.call('case.show', { number }))
    work.say('ready')
    for (let n = 0; ; n++) await oneOf(work, views, `${work.round}/${n}`)
  },
  verify: async (desk, { said }) => ({
    lost: [...(await lostNotes(desk, said)), ...(await lostCases(desk, said)), ...(await lostTyping(desk, said))],
    bad: doubled(acked(said, 'case')),
  }),
}

async function oneOf(work: Work, views: Map<string, CaseView>, text: string): Promise<void> {
  const { desk, chance, say } = work
  const [number, view] = chance.pick([...views])
  const what = chance.below(8)
  if (what === 0) {
    const made = await desk.call('case.create', { title: text })
    say('done', 'case', made.state.number)
  } else if (what === 1) {
    say('try', `typed ${number}`, text)
    await desk.call('note.keep', { number, text })
    say('done', `typed ${number}`, text)
  } else {
    const command = { do: 'note', text } as const
    views.set(number, await desk.call('case.change', { number, heads: [...view.heads], command }))
    say('done', `note ${number}`, text)
  }
}

const wordsAfter = (said: After['said'], word: string): readonly string[] => [
  ...new Set(said.flatMap(({ what }) => (what.startsWith(`${word} `) ? [what.slice(word.length + 1)] : []))),
]

async function lostNotes(desk: PlainDesk, said: After['said']): Promise<readonly string[]> {
  const lost: string[] = []
  for (const number of wordsAfter(said, 'note')) {
    const there = await notesOf(desk, number)
    lost.push(...acked(said, `note ${number}`).flatMap((text) => (there.has(text) ? [] : [`note ${text}`])))
  }
  return lost
}

export async function notesOf(desk: PlainDesk, number: string): Promise<ReadonlySet<string>> {
  const { journal } = await desk.call('case.show', { number })
  return new Set(journal.flatMap(({ said }) => (said.code === 'act.note.added' ? [String(said.params['text'])] : [])))
}

async function lostCases(desk: PlainDesk, said: After['said']): Promise<readonly string[]> {
  const lost: string[] = []
  for (const number of acked(said, 'case'))
    if (!(await desk.reply('case.show', { number })).ok) lost.push(`case ${number}`)
  return lost
}

/** What was typed last: acknowledged, or on its way when the kill came. */
async function lostTyping(desk: PlainDesk, said: After['said']): Promise<readonly string[]> {
  const lost: string[] = []
  for (const number of wordsAfter(said, 'typed')) {
    const { text } = await desk.call('note.kept', { number })
    const may = [lastOf(said, 'done', `typed ${number}`) ?? '', lastOf(said, 'try', `typed ${number}`)]
    if (!may.includes(text)) lost.push(`typed note of ${number}: ${text} instead of ${may.join(' or ')}`)
  }
  return lost
}

const doubled = (numbers: readonly string[]): readonly string[] =>
  numbers.flatMap((number, at) => (numbers.indexOf(number) < at ? [`number ${number} was given twice`] : []))
