/** What depends on who it is, whatever the matrix says: vendor first, the absolute list, and who they are at all (M-34, P-22, M-37). */
import { saying } from '../../words/say.ts'
import type { InfoClass, RecipientClass } from './classes.ts'
import { reason } from './marking-rules.ts'
import type { DisclosurePolicy } from './policy.ts'
import { isRestricted, permissionFor, type DisclosureRequest, type JudgedRecipient } from './request.ts'
import type { VerdictReason } from './verdict.ts'

const vendorClause = '4.2 L193, L225'
const identityClause = '4.3 L233'

/** Whoever it goes to so is published: nobody knows who reads it. */
const published: readonly RecipientClass[] = ['community', 'public', 'security-community', 'press']

export const isPublished = (one: RecipientClass): boolean => published.includes(one)

/** The vendor is told before the public is; until an embargo has passed, nobody else is (M-34). */
export function vendorFirst(request: DisclosureRequest, now: string): readonly VerdictReason[] {
  if (!request.classes.includes('vulnerability')) return []
  return request.recipients.flatMap((recipient) => [
    ...embargoed(request, recipient, now),
    ...beforeVendor(request, recipient, now),
  ])
}

function embargoed(
  { embargo }: DisclosureRequest,
  { id, name, classes }: JudgedRecipient,
  now: string,
): readonly VerdictReason[] {
  if (embargo === null || embargo <= now) return []
  const said = { name, until: embargo }
  if (classes.some(isPublished))
    return [{ ...reason('stop', saying('gate.embargo', said), vendorClause, id), fix: { kind: 'leave-out' } }]
  const isTold = classes.every((one) => one === 'vendor' || one === 'management')
  return isTold ? [] : [reason('condition', saying('gate.embargo-needs', said), vendorClause, id)]
}

/** Without a case nothing is known of a vendor: a person says it. Experts may discuss any detail, so there it is asked, not stopped. */
function beforeVendor(
  { vendorTold, embargo }: DisclosureRequest,
  { id, name, classes }: JudgedRecipient,
  now: string,
): readonly VerdictReason[] {
  const passed = embargo !== null && embargo <= now
  if (vendorTold === true || passed || !classes.some(isPublished)) return []
  if (vendorTold === null && classes.every((one) => one === 'security-community' || !isPublished(one))) return []
  const isStopped = vendorTold === false && classes.some((one) => isPublished(one) && one !== 'security-community')
  const said = saying('gate.vendor-first', { name })
  return [{ ...reason(isStopped ? 'stop' : 'condition', said, vendorClause, id), fix: { kind: 'vendor-first' } }]
}

/**
 * P-22: never without express consent or a court's order. Published it is a stop that no override lifts; to a named party a person
 * says that nothing of the kind is in it. Inside our own organisation nothing is shared.
 */
export const absoluteRules = (
  request: DisclosureRequest,
  policy: DisclosurePolicy,
  now: string,
): readonly VerdictReason[] =>
  policy.absolute.flatMap(({ what, classes, clause }) =>
    request.recipients
      .filter(({ bonaFide }) => bonaFide !== 'own')
      .flatMap((recipient) => {
        const held = classes.filter((info) => holds(request, info) && !isConsented(request, recipient, info, now))
        if (held.length === 0) return []
        const said = { what, name: recipient.name }
        return recipient.classes.some(isPublished)
          ? [
              {
                ...reason('stop', saying('gate.absolute', said), clause, recipient.id),
                fix: hideOr(request, held),
                final: true as const,
              },
            ]
          : [reason('condition', saying('gate.absolute-none', said), clause, recipient.id)]
      }),
  )

/** A vulnerability is free, until the text says where it is. */
const holds = ({ classes, disguised, places }: DisclosureRequest, info: InfoClass): boolean =>
  classes.includes(info) && !disguised && (isRestricted(info) || places.length > 0)

const isConsented = (
  request: DisclosureRequest,
  { id, classes }: JudgedRecipient,
  info: InfoClass,
  now: string,
): boolean => classes.every((as) => permissionFor(request, info, { id, class: as }, now) !== null)

const hideOr = (
  { identifying }: DisclosureRequest,
  classes: readonly InfoClass[],
): NonNullable<VerdictReason['fix']> =>
  identifying.length > 0 ? { kind: 'redact', items: identifying } : { kind: 'permission', classes }

/** M-33, M-37: confidential information goes to nobody whose identity has not been checked. What was disguised is none. */
export function identityRules({ recipients, classes, disguised }: DisclosureRequest): readonly VerdictReason[] {
  const confidential = disguised ? [] : classes.filter(isRestricted)
  if (confidential.length === 0) return []
  return recipients
    .filter((recipient) => !recipient.classes.every(isPublished))
    .map(({ id, name, bonaFide }) => {
      if (bonaFide === 'own') return reason('allow', saying('gate.own', { name }), identityClause, id)
      if (bonaFide === 'checked') return reason('allow', saying('gate.checked', { name }), identityClause, id)
      if (bonaFide === 'unnamed') return reason('condition', saying('gate.unnamed', { name }), identityClause, id)
      const said = bonaFide === 'lapsed' ? saying('gate.check-lapsed', { name }) : saying('gate.unchecked', { name })
      // Intruder information goes freely to those who track the incident: there a person says that they do.
      const level = confidential.every((info) => info === 'intruder') ? 'condition' : 'stop'
      return { ...reason(level, said, identityClause, id), fix: { kind: 'verify' as const } }
    })
}
