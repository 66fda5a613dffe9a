/** Chooses between the header outside and the one inside a protection (RFC 9788; Autocrypt's and Memory Hole's protected-headers). */
import { decodeWords } from 'postal-mime'
import type { MessageHead } from '../../../shared/domain/exchange/message.ts'
import { saying, type Saying } from '../../../shared/words/say.ts'
import { decodeText } from '../mime/decode.ts'
import { emptyEnvelope, readEnvelope, type Envelope } from '../mime/envelope.ts'
import type { MimePart } from '../mime/split.ts'
import { asciiLower, turnsAround } from '../mime/visible.ts'
import { isAround, type Layers, type ProtectedHead } from './pieces.ts'
import type { SignatureVerdict } from './verify.ts'

export interface Head {
  readonly envelope: Envelope
  /** The Subject field outside. */
  readonly outerSubject: string
  readonly protectedSubject: string | null
  readonly findings: readonly Saying[]
}

/** @param root the mail itself, or null for a file that is no mail. */
export async function headOf(
  root: MimePart | null,
  heads: readonly ProtectedHead[],
  layers: Layers,
  verdict: SignatureVerdict,
  headerBytes: number,
): Promise<Head> {
  const read = ({ head, fields }: MimePart): Promise<Envelope> => readEnvelope(head, fields, headerBytes)
  const outer = root ? await read(root) : emptyEnvelope
  const oddities = root ? [...repeated(root), ...oddNames(outer, root)] : []
  const inner = heads.findLast((head) => isAround(head.layers, layers))
  if (!inner || !speaks(inner, verdict)) {
    return { envelope: outer, outerSubject: outer.subject, protectedSubject: null, findings: oddities }
  }
  const inside = await read(inner.part)
  const has = hasFields(inner.part)
  const protectedSubject = has('subject') ? inside.subject : null
  const subject = protectedSubject ?? outer.subject
  if (!root) {
    const envelope = { ...inside, subject }
    return {
      envelope,
      outerSubject: '',
      protectedSubject,
      findings: [...repeated(inner.part), ...oddNames(inside, inner.part)],
    }
  }
  const fields = chosen(outer, inside, has, inner.isComplete)
  return {
    envelope: { ...outer, ...fields, subject },
    outerSubject: outer.subject,
    protectedSubject,
    findings: [...oddities, ...differences(outer, inside, fields, has)],
  }
}

const hasFields =
  (part: MimePart) =>
  (name: string): boolean =>
    part.fields.some((field) => field.name === name)

/** Only fields that are really protected win over the ones outside. */
const speaks = (head: ProtectedHead, verdict: SignatureVerdict): boolean =>
  head.layers.some(({ kind }) => kind === 'encrypted') || verdict.signer !== null

type Chosen = Pick<MessageHead, 'to' | 'cc' | 'replyTo' | 'date' | 'dateText'>

/**
 * The inner From does not replace the outer one: it would let a signer speak for another address (RFC 9788, 4.4). Message-ID and
 * references stay those outside, by which mails find each other.
 */
function chosen(outer: Envelope, inside: Envelope, has: (name: string) => boolean, isComplete: boolean): Chosen {
  return {
    to: has('to') ? inside.to : outer.to,
    // An answer must not go where somebody on the way wanted it.
    cc: has('cc') || isComplete ? inside.cc : outer.cc,
    replyTo: has('reply-to') || isComplete ? inside.replyTo : outer.replyTo,
    ...(has('date')
      ? { date: inside.date, dateText: inside.dateText }
      : { date: outer.date, dateText: outer.dateText }),
  }
}

const same = (one: readonly string[], other: readonly string[]): boolean =>
  asciiLower(one.toSorted().join(' ')) === asciiLower(other.toSorted().join(' '))

function differences(
  outer: Envelope,
  inside: Envelope,
  fields: Chosen,
  has: (name: string) => boolean,
): readonly Saying[] {
  const findings: Saying[] = []
  if (has('from') && asciiLower(inside.from) !== asciiLower(outer.from))
    findings.push(saying('from-differs', { outer: outer.from, inner: inside.from }))
  for (const [field, one, other] of [
    ['To', outer.to, fields.to],
    ['Cc', outer.cc, fields.cc],
    ['Reply-To', outer.replyTo, fields.replyTo],
  ] as const) {
    if (!same(one, other)) findings.push(saying('header-differs', { field, outer: list(one), inner: list(other) }))
  }
  if (outer.date !== fields.date)
    findings.push(saying('header-differs', { field: 'Date', outer: outer.dateText, inner: fields.dateText }))
  return findings
}

const MAX_LISTED = 5
const list = (values: readonly string[]): string =>
  values.length === 0 ? '-' : values.slice(0, MAX_LISTED).join(', ') + (values.length > MAX_LISTED ? ' …' : '')

const SINGLE = ['from', 'sender', 'reply-to', 'to', 'cc', 'subject', 'date', 'message-id']

/** Programs differ in which one they show (RFC 5322, 3.6). */
const repeated = ({ fields }: MimePart): readonly Saying[] =>
  SINGLE.filter((single) => fields.filter(({ name }) => name === single).length > 1).map((field) =>
    saying('header-repeated', { field }),
  )

/** A name that is an address shows as the sender where the address itself is not shown. */
function oddNames({ from, fromName }: Envelope, { fields }: MimePart): readonly Saying[] {
  const shown = fields
    .filter(({ name }) => name === 'from' || name === 'subject')
    .map(({ value }) => decodeWords(decodeText(Buffer.from(value.slice(0, 2000), 'latin1'), '')))
  const claimed = /[^\s<>"(),;:]{1,64}@[^\s<>"(),;:]{1,200}/.exec(fromName.slice(0, 1000))?.[0] ?? null
  return [
    ...(claimed !== null && asciiLower(claimed) !== asciiLower(from)
      ? [saying('from-name-is-address', { name: claimed, from })]
      : []),
    ...(shown.some((text) => turnsAround(text)) ? [saying('header-turns-around')] : []),
  ]
}
