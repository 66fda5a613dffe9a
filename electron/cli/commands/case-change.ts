/** case note, task, observable, set, check, phase, close, reopen: each one command of the desk, on the case as it is now. */
import type { Command } from '../../../shared/domain/case/command.ts'
import { fieldValue, looseningNeedsReason } from '../../../shared/domain/case/fields.ts'
import {
  checkStates,
  closingCodes,
  fieldNames,
  observableStates,
  workPhases,
  type FieldName,
  type FieldValue,
} from '../../../shared/domain/case/vocabulary.ts'
import { normaliseObservable } from '../../../shared/domain/observable/normalise.ts'
import type { CaseView } from '../../../shared/ipc/views.ts'
import { saying } from '../../../shared/words/say.ts'
import { taken, type Answer, type Ask, type Call } from '../command.ts'
import { Refused, Usage } from '../refusal.ts'
import { readLine, readText } from '../read-text.ts'
import { instantOf, needed, oneOf } from '../values.ts'
import { caseLine } from './case.ts'

/** Texts and files are read first: a person is not asked for a passphrase for nothing. */
async function change(call: Call, command: Command): Promise<Answer> {
  const { ask } = await call.vault()
  return caseLine(call, await changed(ask, call.args.words[0] ?? '', command))
}

async function changed(ask: Ask, number: string, command: Command): Promise<CaseView> {
  const { heads } = await ask('case.show', { number })
  return ask('case.change', { number, heads: [...heads], command })
}

/** An option that may stay away. */
async function reasonOf(call: Call): Promise<{ reason?: string }> {
  const given = call.args.one('reason')
  return given === null ? {} : { reason: await readText(call, given) }
}

export const note = async (call: Call): Promise<Answer> =>
  change(call, { do: 'note', text: await readText(call, call.args.words[1] ?? '') })

export async function task(call: Call): Promise<Answer> {
  const due = call.args.one('due')
  const owner = call.args.one('owner')
  return change(call, {
    do: 'task',
    text: await readText(call, call.args.words[1] ?? ''),
    ...(due === null ? {} : { due: instantOf(due, '--due') }),
    ...(owner === null ? {} : { owner: owner.toUpperCase() }),
  })
}

/** `-` takes one value a line. All are read before the first is saved. */
export async function observable(call: Call): Promise<Answer> {
  const state = oneOf(call.args.one('state') ?? 'seen', observableStates, '--state')
  const given = await Promise.all(
    call.args.words.slice(1).map(async (value) => (value === '-' ? (await readText(call, '-')).split('\n') : [value])),
  )
  const values = given.flat().filter((value) => value.trim() !== '')
  return change(call, { do: 'observe', observables: values.map((value) => taken(normaliseObservable(value))), state })
}

/** All fields are checked before the first is saved. */
export async function set(call: Call): Promise<Answer> {
  const [number = '', ...pairs] = call.args.words
  const { reason = '' } = await reasonOf(call)
  const fields: { field: FieldName; value: FieldValue }[] = []
  for (const pair of pairs) fields.push(await fieldOf(call, pair))
  const { ask } = await call.vault()
  let view = await ask('case.show', { number })
  const refusal = fields
    .map(({ field, value }) => looseningNeedsReason(view.state, field, value, reason.trim()))
    .find((found) => found !== null)
  if (refusal) throw new Refused(refusal)
  for (const { field, value } of fields) {
    view = await ask('case.change', {
      number,
      heads: [...view.heads],
      command: { do: 'set', field, value, ...(reason === '' ? {} : { reason }) },
    })
  }
  return caseLine(call, view)
}

/** A title is text of a case, so it may come from `-` or a file as well. */
async function fieldOf(call: Call, pair: string): Promise<{ field: FieldName; value: FieldValue }> {
  const at = pair.indexOf('=')
  if (at < 1) throw new Usage(saying('cli.not-a-field', { value: pair }))
  const field = oneOf(pair.slice(0, at), fieldNames, 'FIELD')
  const given = pair.slice(at + 1)
  return { field, value: taken(fieldValue(field, field === 'title' ? await readLine(call, given) : given)) }
}

export async function check(call: Call): Promise<Answer> {
  const [, item = '', state = ''] = call.args.words
  return change(call, { do: 'check', item, state: oneOf(state, checkStates, 'STATE'), ...(await reasonOf(call)) })
}

export const phase = async (call: Call): Promise<Answer> =>
  change(call, { do: 'phase', phase: oneOf(call.args.words[1] ?? '', workPhases, 'PHASE'), ...(await reasonOf(call)) })

export const close = async (call: Call): Promise<Answer> =>
  change(call, {
    do: 'close',
    code: oneOf(needed(call.args, 'code'), closingCodes, '--code'),
    note: await readText(call, needed(call.args, 'note')),
  })

export const reopen = async (call: Call): Promise<Answer> =>
  change(call, { do: 'reopen', reason: await readText(call, needed(call.args, 'reason')) })
