/** The team's disclosure policy: the version in force, and those before it. */
import { disclosurePolicySchema } from '../../../shared/domain/disclosure/policy.ts'
import { shippedDisclosure } from '../../../shared/domain/disclosure/shipped.ts'
import type { Session } from '../session.ts'
import { versionsOf } from '../team/versions.ts'

export const disclosureOf = ({ store }: Pick<Session, 'store'>) =>
  versionsOf(store, {
    kind: 'disclosure-policy',
    schema: disclosurePolicySchema,
    shipped: shippedDisclosure,
    nameOf: ({ name }) => name,
  })
