/** The calls about work that travels between analysts and copies of a vault. */
import { z } from 'zod'
import { core } from './call.ts'
import type { CapsuleMade, CapsuleTaken, CapsuleView, HandoverView } from './handover-views.ts'
import { caseNumber, file, fingerprint, id, none, short, target, text } from './inputs.ts'

const decision = z.object({
  question: id,
  /** Place in `sides`; null: decided later, it stays open on the case. */
  side: z.int().min(0).max(20).nullable(),
  reason: short,
})

export const handoverCalls = {
  /** Made from the record as it is now, with what was written to it by hand; after giving, as it was given. */
  'handover.show': core<HandoverView>()(none),
  'handover.write': core<HandoverView>()(
    z.object({
      notes: text.optional(),
      to: short.nullable().optional(),
      line: z.object({ id, note: short }).optional(),
      add: short.optional(),
      remove: id.optional(),
    }),
  ),
  /** Writes the capsule and is "given, not taken". All open cases and those closed in this shift, unless some are named. */
  'handover.give': core<CapsuleMade>()(
    z.object({ to: fingerprint, cases: z.array(caseNumber).max(10_000).nullable(), evidence: z.boolean(), target }),
  ),
  'handover.withdraw': core<HandoverView>()(none),
  /** The taker's tick, and what they say to a line. */
  'handover.read': core<HandoverView>()(z.object({ line: id, read: z.boolean(), answer: short.optional() })),
  /** Every line was read: owners change from giver to taker in one step, and duty with them. */
  'handover.take': core<HandoverView>()(none),
  /** The receipt that tells the giver's desk, or what was done since, back to where it came from. */
  'handover.answer': core<CapsuleMade>()(z.object({ target })),
  /** Within half an hour: owners and duty as before. */
  'handover.back': core<HandoverView>()(none),

  /** A whole copy for the field: every case, card, public key and policy; secret keys only if asked for. */
  'capsule.field': core<CapsuleMade>()(
    z.object({ to: fingerprint, evidence: z.boolean(), secretKeys: z.boolean().default(false), target }),
  ),
  /** Opens, verifies and compares; nothing is stored yet. A receipt or a capsule without questions can be taken as it is. */
  'capsule.open': core<CapsuleView>()(z.object({ file })),
  'capsule.show': core<CapsuleView>()(z.object({ id })),
  /** All of it in one transaction, more than 200 cases in turns, with the decisions; what is not decided stays open on its case. */
  'capsule.take': core<CapsuleTaken>()(z.object({ id, decisions: z.array(decision).max(10_000) })),
  'capsule.drop': core<null>()(z.object({ id })),
}
