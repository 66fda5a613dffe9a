/** What a person can ask of a case: the input of `case.change`, the same from desk and command line. */
import { z } from 'zod'
import { observableTypes } from '../observable/observable.ts'
import { infoClasses } from '../disclosure/classes.ts'
import {
  askChannels,
  checkStates,
  closingCodes,
  fieldNames,
  linkRelations,
  observableStates,
  partyRoles,
  pausableClocks,
  prosecutions,
  tiers,
  workPhases,
} from './vocabulary.ts'

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
  z.object({
    do: z.literal('task'),
    text,
    due: instant.optional(),
    owner: short.optional(),
    tier: z.enum(tiers).optional(),
  }),
  z.object({
    do: z.literal('task-assign'),
    task: short,
    due: instant.nullable(),
    owner: short.nullable(),
    tier: z.enum(tiers).nullable(),
  }),
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
  /** The last thing done here that can be taken back; `redo` gives back what was last taken back. */
  z.object({ do: z.literal('undo') }),
  z.object({ do: z.literal('redo') }),
  /** `party: null` makes a new one. */
  z.object({
    do: z.literal('party'),
    party: short.nullable(),
    name: short.min(1),
    card: short.nullable(),
    role: z.enum(partyRoles),
  }),
  z.object({
    do: z.literal('ask'),
    party: short,
    what: text.min(1),
    channel: z.enum(askChannels),
    due: instant.nullable(),
  }),
  z.object({ do: z.literal('answered'), party: short, note: text }),
  z.object({ do: z.literal('party-drop'), party: short, reason: text }),
  z.object({ do: z.literal('link'), to: short, relation: z.enum(linkRelations), on: z.boolean() }),
  /** A time without a zone keeps its text and has no instant: it is flagged, never assumed. */
  z.object({
    do: z.literal('event'),
    at: instant.nullable(),
    atText: short,
    zoneKnown: z.boolean(),
    what: text.min(1),
    source: short,
  }),
  z.object({ do: z.literal('event-drop'), event: short, reason: text }),
  z.object({
    do: z.literal('pause'),
    clock: z.enum(pausableClocks),
    reason: text,
    until: instant.nullable(),
  }),
  z.object({ do: z.literal('resume'), clock: z.enum(pausableClocks) }),
  z.object({ do: z.literal('legal'), rule: short, runs: z.boolean(), reason: text }),
  z.object({ do: z.literal('legal-done'), rule: short, at: instant, note: text }),
  /** Stands where rung `rung` stands, against its own; null gives that up. */
  z.object({ do: z.literal('place'), rung: z.int().min(1).max(99).nullable(), reason: text }),
  z.object({ do: z.literal('escalate'), step: short, to: short, note: text }),
  z.object({
    do: z.literal('permit'),
    party: short.min(1),
    classes: z.array(z.enum(infoClasses)).min(1),
    to: z.array(short).min(1).max(100),
    until: instant.nullable(),
    how: text,
  }),
  z.object({ do: z.literal('permit-withdraw'), permission: short, reason: text }),
  z.object({
    do: z.literal('prosecution'),
    decision: z.enum(prosecutions),
    after: text,
    observation: text,
    traps: text,
    reason: text,
  }),
])

export type Command = z.infer<typeof commandSchema>
