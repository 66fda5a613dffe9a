/** A message as it travels between desks: what was read of it, checked in shape, and the blob of its original beside it. */
import { z } from 'zod'
import { tlps } from '../../../shared/domain/marking/tlp.ts'
import type { SignatureState } from '../../../shared/domain/exchange/message.ts'
import { saying } from '../../../shared/words/say.ts'
import { newExchange, type ExchangeRecord, type KeptMessage } from '../exchange/exchange-records.ts'
import { numberForm } from './capsule-format.ts'

const short = z.string().max(2_000)
const long = z.string().max(16_000_000)
const texts = z.array(short).max(1_000)
const numbers = z.array(z.int()).max(10_000)
const uuid = z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)

const states = [
  'none',
  'good',
  'bad',
  'unknown-key',
  'key-expired',
  'key-revoked',
  'weak',
  'partial',
] as const satisfies readonly SignatureState[]
const oneState = z.enum(['good', 'bad', 'unknown-key', 'key-expired', 'key-revoked', 'weak'])

const messageSchema = z.object({
  from: short,
  fromName: short,
  to: texts,
  cc: texts,
  replyTo: texts,
  subject: short,
  date: short.nullable(),
  dateText: short,
  messageId: short,
  inReplyTo: short,
  references: texts,
  outerSubject: short,
  protectedSubject: short.nullable(),
  protection: z.object({
    encrypted: z.boolean(),
    integrity: z.boolean(),
    recipients: texts,
    signature: z.enum(states),
    signer: z.object({ fingerprint: short, userId: short, matchesFrom: z.boolean() }).nullable(),
    signedAt: short.nullable(),
    signatures: z
      .array(
        z.object({
          state: oneState,
          fingerprint: short.nullable(),
          userId: short.nullable(),
          issuer: short,
          signedAt: short.nullable(),
          covers: z.boolean(),
        }),
      )
      .max(100),
    decryptedWith: short.nullable(),
  }),
  text: long,
  outside: long,
  html: long.nullable(),
  textParts: z.array(z.object({ type: short, text: long, covered: z.boolean() })).max(1_000),
  attachments: z
    .array(z.object({ name: short, type: short, size: z.number(), sha256: short, covered: z.boolean() }))
    .max(1_000),
  keysFound: z.array(z.string().max(1_000_000)).max(100),
})

/** Findings stay behind: each is a code of that desk's version, and this one finds its own when it reads the original again. */
export const exchangeLine = z.object({
  id: uuid,
  direction: z.enum(['in', 'out']),
  state: z.enum(['in-case', 'released']),
  at: z.iso.datetime({ precision: 3 }),
  partner: short,
  subject: short,
  messageId: short,
  cases: z.array(z.string().regex(numberForm)).min(1).max(1_000),
  blob: uuid,
  fileName: short,
  sha256: short,
  size: z.number(),
  message: messageSchema.nullable(),
  released: z.object({ form: short, sha256: short, to: texts, text: long, tlp: z.enum(tlps) }).nullable(),
  numbered: z.object({ number: z.int(), received: numbers }).nullable(),
  numbers: z.array(z.object({ partner: short, number: z.int() })).max(1_000),
  sentAt: short.nullable(),
  beside: z.object({ blob: uuid, name: short }).nullable(),
  large: z.boolean(),
  content: z.object({ blob: uuid, sha256: short }).nullable(),
  call: z
    .object({
      channel: z.enum(['phone', 'log']),
      from: short,
      card: short.nullable(),
      number: short,
      pin: z.enum(['right', 'wrong', 'none']),
      takenBy: short,
      urgent: z.boolean(),
      text: long,
    })
    .nullable(),
  saved: z.array(z.object({ name: short, sha256: short, at: short, code: short })).max(10_000),
})
export type ExchangeLine = z.infer<typeof exchangeLine>

/** Only with the cases that go along; null where none does, or it is in no case. */
export function toLine(record: ExchangeRecord, numbersGiven: ReadonlySet<string>, withContent: boolean): object | null {
  const cases = record.cases.filter((number) => numbersGiven.has(number))
  if (cases.length === 0 || (record.state !== 'in-case' && record.state !== 'released')) return null
  const { report: _, problem: __, setAsideReason: ___, message, ...kept } = record
  return {
    ...kept,
    cases,
    message: message === null ? null : withoutFindings(message),
    content: withContent ? record.content : null,
  }
}

function withoutFindings(message: KeptMessage): Omit<KeptMessage, 'findings'> {
  const { findings: _, ...kept } = message
  return kept
}

export const blobsOfLine = ({
  blob,
  beside,
  content,
}: Pick<ExchangeRecord, 'blob' | 'beside' | 'content'>): readonly string[] => [
  blob,
  ...(beside === null ? [] : [beside.blob]),
  ...(content === null ? [] : [content.blob]),
]

/** One that is here already learns of the cases that it is in over there, and of nothing else. */
export function mergedExchange(line: ExchangeLine, known: ExchangeRecord | null): ExchangeRecord | null {
  if (known !== null) {
    const cases = [...new Set([...known.cases, ...line.cases])]
    return cases.length === known.cases.length
      ? null
      : { ...known, cases, state: known.direction === 'in' ? 'in-case' : known.state }
  }
  const message: KeptMessage | null = line.message === null ? null : { ...line.message, findings: [] }
  const unread = line.direction === 'in' && line.call === null && message === null
  return newExchange({
    ...line,
    message,
    report: null,
    problem: unread ? saying('capsule-exchange-unread') : null,
    setAsideReason: null,
  })
}
