/** The handover of a shift as each end keeps it, sealed: what was written by hand, and from the giving on a copy of what was given. */
import { z } from 'zod'
import { tiers } from '../../../shared/domain/case/vocabulary.ts'
import { turnSchema } from '../../../shared/domain/clock/settings.ts'
import { fingerprint } from '../../../shared/ipc/inputs.ts'
import { recordsOf, type Records, type Store } from '../store/store.ts'
import { senderSchema } from './capsule-format.ts'

const short = z.string().max(1_000)
const instant = z.iso.datetime({ precision: 3 })

/** By its code it has words or it is not shown: whoever reads it looks. */
const said = z.object({ code: short, params: z.record(short, z.union([z.string().max(20_000), z.number()])) })

const line = { id: short, number: short, title: short, owner: short.nullable(), note: short }
const lists = {
  needs: z.array(z.object({ ...line, due: instant, needed: said })).max(10_000),
  waiting: z
    .array(z.object({ ...line, since: instant, whom: short, what: z.string().max(20_000), chase: instant.nullable() }))
    .max(10_000),
  changed: z.array(z.object({ at: instant, number: short, title: short, said, by: short })).max(10_000),
  own: z.array(z.object({ id: short, text: short })).max(200),
  notes: z.string().max(1_000_000),
  unfinished: z
    .array(z.object({ kind: z.enum(['draft', 'key', 'call', 'promise']), said, number: short.nullable() }))
    .max(10_000),
}

/** As it goes in the capsule. */
export const givenHandoverSchema = z.object({
  shift: z.object({ from: instant, until: instant, by: short, to: short }),
  ...lists,
})
export type GivenHandover = z.infer<typeof givenHandoverSchema>

/** What the taker's desk tells the giver's: in the receipt. */
export const receiptSchema = z.object({
  /** Of the capsule that was taken. */
  capsule: z.string().max(100),
  at: instant,
  by: short,
  tier: z.enum(tiers),
  answers: z.array(z.object({ id: short, answer: short, read: z.boolean() })).max(20_000),
  owners: z.int(),
  /** False: it was taken, as an earlier receipt said, and given back since. */
  taken: z.boolean(),
})
export type ReceiptPart = z.infer<typeof receiptSchema>

const turns = z.array(turnSchema)

const givenSchema = z.object({
  capsule: z.string(),
  at: z.string(),
  to: z.string(),
  file: z.string(),
  bytes: z.number(),
  sha256: z.string(),
  remindAt: z.string(),
  handover: givenHandoverSchema,
})

/** Of the giver. Everything but `written` is empty until it is given. */
const outSchema = z.object({
  written: z.object({
    notes: z.string(),
    to: z.string().nullable(),
    lineNotes: z.record(z.string(), z.string()),
    own: z.array(z.object({ id: z.string(), text: z.string() })),
    /** UTC ISO of the first thing that was written. */
    at: z.string().nullable(),
  }),
  given: givenSchema.nullable(),
  /** The last that was withdrawn. */
  withdrawn: givenSchema.nullable(),
  receipt: receiptSchema.nullable(),
  /** Counter of the capsule with the last receipt: an older one that comes later says nothing. */
  heard: z.int(),
  /** Turns of duty before the receipt, for when it is given back. */
  turnsBefore: turns,
})
export type OutRecord = z.infer<typeof outSchema>

/** Of the taker, by the id of the capsule. */
const inSchema = z.object({
  capsule: z.string(),
  from: senderSchema,
  fromKey: fingerprint,
  madeAt: z.string(),
  cameAt: z.string(),
  handover: givenHandoverSchema,
  /** Numbers of the cases that came with it. */
  cases: z.array(z.string()),
  read: z.record(z.string(), z.object({ read: z.boolean(), answer: z.string() })),
  taken: z
    .object({
      at: z.string(),
      /** What each case's owner was before, so that one act gives all of them back. */
      owners: z.array(z.object({ number: z.string(), before: z.string().nullable() })),
      turnsBefore: turns,
    })
    .nullable(),
  /** A receipt went out that says that it is taken, and none since that says that it was given back. */
  toldTaken: z.boolean(),
})
export type InRecord = z.infer<typeof inSchema>

export const emptyOut: OutRecord = {
  written: { notes: '', to: null, lineNotes: {}, own: [], at: null },
  given: null,
  withdrawn: null,
  receipt: null,
  heard: 0,
  turnsBefore: [],
}

export const outOf = (store: Pick<Store, 'db'>): Records<OutRecord> => recordsOf(store, 'handover-out', outSchema)
export const inOf = (store: Pick<Store, 'db'>): Records<InRecord> => recordsOf(store, 'handover-in', inSchema)

/** One is given at a time; of those that came each is kept by its capsule. */
export const theOne = 'now'
