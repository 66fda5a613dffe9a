/** What a journal entry says happened: the payload of an entry, checked by schema when it comes from another copy. */
import { z } from 'zod'
import { caseKinds, checkStates, closingCodes, fieldNames, observableStates, workPhases } from './vocabulary.ts'
import { observableTypes } from '../observable/observable.ts'

const text = z.string().max(100_000)
const short = z.string().max(1_000)
const id = z.string().min(1).max(100)
const instant = z.iso.datetime({ precision: 3 })

export const actSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('case.opened'), number: short, title: short, caseKind: z.enum(caseKinds) }),
  z.object({
    kind: z.literal('field.set'),
    field: z.enum(fieldNames),
    value: z.union([short, z.number(), z.boolean(), z.null()]),
    reason: text.nullable(),
  }),
  z.object({ kind: z.literal('note.added'), text }),
  z.object({
    kind: z.literal('task.added'),
    task: id,
    text,
    due: instant.nullable(),
    owner: short.nullable(),
  }),
  z.object({ kind: z.literal('task.set'), task: id, done: z.boolean() }),
  z.object({
    kind: z.literal('observable.set'),
    type: z.enum(observableTypes),
    value: short,
    state: z.enum(observableStates),
    source: short.nullable(),
  }),
  z.object({ kind: z.literal('check.set'), item: short, state: z.enum(checkStates), reason: text.nullable() }),
  z.object({ kind: z.literal('phase.set'), phase: z.enum(workPhases), reason: text.nullable(), left: z.array(short) }),
  z.object({ kind: z.literal('case.closed'), code: z.enum(closingCodes), note: text }),
  z.object({ kind: z.literal('case.reopened'), reason: text }),
  z.object({
    kind: z.literal('exchange.added'),
    exchange: id,
    direction: z.enum(['in', 'out']),
    channel: z.enum(['email', 'phone', 'log']),
    partner: short,
    subject: short,
    sha256: short,
  }),
  z.object({
    kind: z.literal('evidence.added'),
    blob: id,
    name: short,
    size: z.number(),
    sha256: short,
    source: text,
  }),
  z.object({ kind: z.literal('response.made'), channel: short, note: text }),
  z.object({ kind: z.literal('wake.set'), at: instant.nullable(), waitingFor: short.nullable() }),
])

export type Act = z.infer<typeof actSchema>
