/** The disclosure policy: the team's own matrix of information and recipient classes, its absolute list, each with its clause. */
import { z } from 'zod'
import { cellRules, infoClasses, recipientClasses } from './classes.ts'

const line = z.string().max(1_000)

export const cellSchema = z.object({
  rule: z.enum(cellRules),
  /** What holds once all identity is removed (M-31); null: the same. */
  disguised: z.enum(cellRules).nullable(),
  /** The condition, or why not, in words; empty where the rule says all. */
  says: line,
  /** Where it stands in the team's own document, "4.2 L179". */
  clause: line,
  /** The text is silent there: read from the default of the class, and said so. */
  inferred: z.boolean(),
})
export type MatrixCell = z.infer<typeof cellSchema>

export const disclosurePolicySchema = z.object({
  name: line,
  cells: z.record(z.enum(infoClasses), z.record(z.enum(recipientClasses), cellSchema)),
  /** P-22: never shared without express consent or a court's order. */
  absolute: z
    .array(
      z.object({
        what: line.min(1),
        /** Information classes that hold such things. */
        classes: z.array(z.enum(infoClasses)),
        clause: line,
      }),
    )
    .max(40),
  /** Words for the statistics' release: who has to approve it (M-43). */
  approver: line,
})
export type DisclosurePolicy = z.infer<typeof disclosurePolicySchema>
