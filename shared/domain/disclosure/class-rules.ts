/** The matrix at work: one cell for each class of information and each recipient, with what a permission or a disguise makes of it. */
import { saying, type Saying } from '../../words/say.ts'
import { type InfoClass, type RecipientClass, cellRules, type CellRule } from './classes.ts'
import { reason } from './marking-rules.ts'
import type { DisclosurePolicy, MatrixCell } from './policy.ts'
import { isRestricted, permissionFor, type DisclosureRequest, type JudgedRecipient } from './request.ts'
import { verdictOf, type Fix, type VerdictReason } from './verdict.ts'

/** Every class for every recipient; of somebody who is several things, the strictest. */
export const classRules = (
  request: DisclosureRequest,
  policy: DisclosurePolicy,
  now: string,
): readonly VerdictReason[] =>
  request.recipients.flatMap((recipient) =>
    request.classes.flatMap((info) => {
      const each = recipient.classes.map((as) => judgedCell({ request, policy, now, recipient, info, as }))
      return verdictOf(each).reasons.slice(0, 1)
    }),
  )

interface Asked {
  readonly request: DisclosureRequest
  readonly policy: DisclosurePolicy
  readonly now: string
  readonly recipient: JudgedRecipient
  readonly info: InfoClass
  readonly as: RecipientClass
}

function judgedCell({ request, policy, now, recipient: { id, name, concerned }, info, as }: Asked): VerdictReason {
  const cell = policy.cells[info][as]
  const words = { info, name, as, says: cell.says }
  const made = (level: VerdictReason['level'], said: Saying, fix?: Fix): VerdictReason => ({
    ...reason(level, said, cell.clause, id),
    ...(fix === undefined ? {} : { fix }),
  })
  const rule = ruleOf(cell, request.disguised)
  if (rule === 'allow')
    return made('allow', cell.rule === 'allow' ? saying('gate.free', words) : saying('gate.disguised', words))
  if (info === 'statistical' && rule === 'condition')
    return { ...statistics(request, policy, words), clause: cell.clause, recipient: id }
  const given = isRestricted(info) ? permissionFor(request, info, { id, class: as }, now) : null
  if (given !== null && rule !== 'no') return made('allow', saying('gate.permitted', { ...words, party: given.party }))
  const disguise = disguising(cell, request)
  if (rule === 'condition') return made('condition', saying('gate.condition', words))
  if (rule === 'permission' && concerned && info !== 'intruder')
    return made('condition', saying('gate.own-matter', words))
  return rule === 'permission'
    ? made('stop', saying('gate.permission', words), disguise ?? { kind: 'permission', classes: [info] })
    : made('stop', saying('gate.no', words), disguise ?? { kind: 'leave-out' })
}

/** A disguise only ever helps: where a team's own cell says otherwise, the easier of the two holds. */
export function ruleOf({ rule, disguised }: Pick<MatrixCell, 'rule' | 'disguised'>, isDisguised: boolean): CellRule {
  if (!isDisguised || disguised === null) return rule
  return cellRules.indexOf(disguised) < cellRules.indexOf(rule) ? disguised : rule
}

/** Hiding who it is about is the smallest change wherever it would help, and there is something to hide. */
const disguising = (cell: MatrixCell, { disguised, identifying }: DisclosureRequest): Fix | null =>
  !disguised && ruleOf(cell, true) !== cell.rule && identifying.length > 0
    ? { kind: 'redact', items: identifying }
    : null

/** Figures leave when a named person approves (M-43). */
function statistics(
  { approver }: DisclosureRequest,
  policy: DisclosurePolicy,
  words: { readonly name: string; readonly says: string },
): Pick<VerdictReason, 'level' | 'said' | 'fix'> {
  if (approver !== null && approver.trim() !== '')
    return { level: 'allow', said: saying('gate.approved', { ...words, approver: approver.trim() }) }
  const said = saying('gate.approve', { ...words, approver: policy.approver })
  return { level: approver === null ? 'condition' : 'stop', said, fix: { kind: 'approve' } }
}
