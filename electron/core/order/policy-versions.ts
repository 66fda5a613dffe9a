/** The versions of the team's policy: which one is in force, and the draft that is not yet. */
import { policySchema, type Policy } from '../../../shared/domain/order/policy.ts'
import { shippedPolicy } from '../../../shared/domain/order/presets.ts'
import { recordsOf, type Records, type Store } from '../store/store.ts'
import { versionsOf, type Versions } from '../team/versions.ts'

export const policyVersions = (store: Pick<Store, 'db'>): Versions<Policy> =>
  versionsOf(store, { kind: 'policy', schema: policySchema, shipped: shippedPolicy, nameOf: ({ name }) => name })

/** One draft of the desk, quiet: nothing of it counts before it is put in force. */
export const draftsOf = (store: Pick<Store, 'db'>): Records<Policy> =>
  recordsOf(store, 'policy-draft', policySchema, { quiet: true })

export const theDraft = 'draft'
