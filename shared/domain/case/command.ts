/** What a person can ask of a case: the input of `case.change`, the same from desk and command line. */
import { z } from 'zod'
import { observableTypes } from '../observable/observable.ts'
import { checkStates, closingCodes, fieldNames, observableStates, workPhases } from './vocabulary.ts'

const text = z.string().max(100_000)
const short = z.string().max(1_000)
const instant = z.iso.datetime()

export const commandSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('set'),
    field: z.enum(fieldNames),
    value: z.union([short, z.number(), z.boolean(), z.null()]),
    reason: text.optional(),
  }),
  z.object({ do: z.literal('note'), text }),
  z.object({ do: z.literal('task'), text, due: instant.optional(), owner: short.optional() }),
  z.object({ do: z.literal('task-done'), task: short, done: z.boolean() }),
  z.object({
    do: z.literal('observe'),
    observables: z.array(z.object({ type: z.enum(observableTypes), value: short })).max(10_000),
    state: z.enum(observableStates),
    source: short.optional(),
  }),
  z.object({ do: z.literal('check'), item: short, state: z.enum(checkStates), reason: text.optional() }),
  z.object({ do: z.literal('phase'), phase: z.enum(workPhases), reason: text.optional() }),
  z.object({ do: z.literal('close'), code: z.enum(closingCodes), note: text }),
  z.object({ do: z.literal('reopen'), reason: text }),
  z.object({ do: z.literal('respond'), channel: short, note: text }),
  z.object({ do: z.literal('wake'), at: instant.nullable(), waitingFor: short.optional() }),
])

export type Command = z.infer<typeof commandSchema>
