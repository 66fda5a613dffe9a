/** Requests of the gate for its tests: one class to one kind of recipient by encrypted mail, everything else empty. */
import type { InfoClass, RecipientClass } from '../../../shared/domain/disclosure/classes.ts'
import type { DisclosureRequest } from '../../../shared/domain/disclosure/request.ts'
import { supposedRecipient, supposedVerified } from '../../../shared/domain/disclosure/supposed.ts'

export const now = '2026-11-23T08:00:00.000Z'

export const requestOf = (
  info: InfoClass | readonly InfoClass[],
  to: RecipientClass,
  change: Partial<DisclosureRequest> & { readonly verified?: boolean } = {},
): DisclosureRequest => {
  const { verified = true, ...rest } = change
  const recipient = supposedRecipient(to)
  return {
    marking: 'CLEAR',
    caseMarking: null,
    loosenedBecause: null,
    recipients: [verified ? supposedVerified(recipient) : recipient],
    channel: 'email-pgp',
    purpose: 'incident',
    sensitivity: null,
    text: '',
    classes: typeof info === 'string' ? [info] : info,
    disguised: false,
    permissions: [],
    vendorTold: null,
    embargo: null,
    approver: null,
    identifying: [],
    places: [],
    ...rest,
  }
}
