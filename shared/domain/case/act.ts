/** What a journal entry says happened: the payload of an entry, checked by schema when it comes from another copy. */
import { z } from 'zod'
import { infoClasses } from '../disclosure/classes.ts'
import {
  askChannels,
  caseKinds,
  checkStates,
  closingCodes,
  fieldNames,
  handlings,
  linkRelations,
  observableStates,
  partyRoles,
  pausableClocks,
  prosecutions,
  tiers,
  workPhases,
} from './vocabulary.ts'
import { observableTypes } from '../observable/observable.ts'

const text = z.string().max(100_000)
const short = z.string().max(1_000)
const id = z.string().min(1).max(100)
const instant = z.iso.datetime({ precision: 3 })

export const actSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('case.opened'),
    number: short,
    title: short,
    caseKind: z.enum(caseKinds),
    /** Analysis is a step of its own in this case. */ analysis: z.literal(true).optional(),
  }),
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
    tier: z.enum(tiers).nullable().optional(),
  }),
  z.object({ kind: z.literal('task.set'), task: id, done: z.boolean() }),
  z.object({
    kind: z.literal('task.assigned'),
    task: id,
    due: instant.nullable(),
    owner: short.nullable(),
    tier: z.enum(tiers).nullable(),
  }),
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
    place: short.optional(),
    takenAt: instant.nullable().optional(),
  }),
  z.object({
    kind: z.literal('evidence.handled'),
    blob: id,
    what: z.enum(handlings),
    place: short,
    note: text,
  }),
  z.object({
    kind: z.literal('prosecution.set'),
    decision: z.enum(prosecutions),
    /** The three of M-42: evidence after the fact, observation in progress, traps. */
    after: text,
    observation: text,
    traps: text,
    reason: text,
  }),
  z.object({ kind: z.literal('response.made'), channel: short, note: text }),
  z.object({ kind: z.literal('wake.set'), at: instant.nullable(), waitingFor: short.nullable() }),
  /** Takes back the entries named: whoever folds passes over them. An undone `undone` is a redo. */
  z.object({ kind: z.literal('undone'), entries: z.array(short).min(1).max(10_000) }),
  z.object({
    kind: z.literal('party.set'),
    party: id,
    name: short,
    card: id.nullable(),
    role: z.enum(partyRoles),
  }),
  z.object({
    kind: z.literal('party.asked'),
    party: id,
    what: text,
    channel: z.enum(askChannels),
    due: instant.nullable(),
    exchange: id.nullable(),
  }),
  z.object({ kind: z.literal('party.answered'), party: id, note: text, exchange: id.nullable() }),
  z.object({ kind: z.literal('party.dropped'), party: id, reason: text }),
  z.object({ kind: z.literal('link.set'), to: short, relation: z.enum(linkRelations), on: z.boolean() }),
  z.object({
    kind: z.literal('event.added'),
    event: id,
    at: instant.nullable(),
    atText: short,
    zoneKnown: z.boolean(),
    what: text,
    source: short,
  }),
  z.object({ kind: z.literal('event.dropped'), event: id, reason: text }),
  z.object({
    kind: z.literal('clock.paused'),
    clock: z.enum(pausableClocks),
    reason: text,
    until: instant.nullable(),
  }),
  z.object({ kind: z.literal('clock.resumed'), clock: z.enum(pausableClocks) }),
  /** A rule of the team's legal table runs for this case, or does not apply. */
  z.object({ kind: z.literal('legal.set'), rule: id, runs: z.boolean(), reason: text }),
  z.object({ kind: z.literal('legal.done'), rule: id, at: instant, note: text }),
  /** Stands in the queue as if on that place of the ladder, against its rung; null gives that up. */
  z.object({ kind: z.literal('place.set'), rung: z.number().nullable(), reason: text }),
  z.object({ kind: z.literal('escalated'), step: short, to: short, note: text }),
  z.object({
    kind: z.literal('permission.given'),
    permission: id,
    party: short,
    classes: z.array(z.enum(infoClasses)),
    /** Classes of recipients, or cards. */
    to: z.array(short).max(100),
    until: instant.nullable(),
    how: text,
  }),
  z.object({ kind: z.literal('permission.withdrawn'), permission: id, reason: text }),
  /** Something of the case left: what the gate said, and why it was let out where it said otherwise. */
  z.object({
    kind: z.literal('disclosed'),
    form: short,
    to: z.array(short).max(1_000),
    classes: z.array(z.enum(infoClasses)),
    verdict: z.enum(['allow', 'condition', 'stop']),
    override: text.nullable(),
    disguised: z.boolean(),
    sha256: short,
  }),
  /** The desk key's signature over the heads that the journal had at closing. */
  z.object({ kind: z.literal('signed'), heads: z.array(short).max(100), fingerprint: short, signature: text }),
  z.object({
    kind: z.literal('purged'),
    /** Stands in the opening too, whose payload is gone. */
    number: short,
    by: short,
    second: short,
    reason: text,
    entries: z.number(),
    blobs: z.number(),
  }),
])

export type Act = z.infer<typeof actSchema>
