/** The calls about what comes in: messages, telephone reports, logs; a case is made of them only when a person says so. */
import { z } from 'zod'
import { caseKinds, severities } from '../domain/case/vocabulary.ts'
import { infoClasses } from '../domain/disclosure/classes.ts'
import { tlps } from '../domain/marking/tlp.ts'
import { core } from './call.ts'
import { caseNumber, file, id, none, short, text } from './inputs.ts'
import type { CaseView, DraftView, ExchangeRow, Intake } from './views.ts'

/** What a person confirmed, guess by guess. */
const accepted = {
  exchange: id,
  title: short,
  kind: z.enum(caseKinds).default('incident'),
  rung: z.int().min(1).max(99).nullable(),
  severity: z.enum(severities).nullable().default(null),
  tlp: z.enum(tlps),
  urgent: z.boolean(),
  rsit: short.nullable(),
  constituent: short.nullable(),
  owner: short.nullable(),
  classes: z.array(z.enum(infoClasses)).default([]),
  /** Cards of the parties that are affected, put on the board at once. */
  affected: z.array(id).max(200).default([]),
}

export const intakeCalls = {
  /** Keeps the original sealed in the tray (a detached signature beside it too), opens it, and proposes. */
  'intake.open': core<Intake>()(z.object({ file, signature: file.optional() })),
  'intake.list': core<readonly ExchangeRow[]>()(none),
  'intake.show': core<Intake>()(z.object({ exchange: id })),
  'intake.case': core<CaseView>()(z.object(accepted)),
  /** One case a constituent that the events fall to, and one for those that fall to none. */
  'intake.split': core<readonly CaseView[]>()(z.object(accepted)),
  'intake.attach': core<readonly CaseView[]>()(z.object({ exchange: id, numbers: z.array(caseNumber).min(1).max(20) })),
  'intake.setAside': core<ExchangeRow>()(z.object({ exchange: id, reason: text })),
  /** Out of the tray, many at once; each as if alone. */
  'intake.many': core<readonly ExchangeRow[]>()(
    z.object({
      exchanges: z.array(id).min(1).max(1_000),
      to: z.union([z.object({ number: caseNumber }), z.object({ reason: text.min(1) })]),
    }),
  ),
  /** The zone (and the order of day and month) that a person knows for the times that came without: kept with who said so. */
  'intake.zone': core<Intake>()(
    z.object({
      exchange: id,
      zone: short.min(1),
      order: z.enum(['day-first', 'month-first']).nullable().default(null),
    }),
  ),
  /** A reply that asks for the fields of M-46 that the report does not have. */
  'intake.complete': core<DraftView>()(z.object({ exchange: id })),
  /** A report that came by telephone, or one seen in a log (P-25): kept like a message, with who took it and how the caller was checked. */
  'call.take': core<Intake>()(
    z.object({
      channel: z.enum(['phone', 'log']),
      /** Caller, or the system whose log it is. */
      from: short.min(1),
      card: short.nullable(),
      /** The number that they gave; a call-back goes to the one on the card. */
      number: short.default(''),
      /** The PIN that was said, checked against that one of the card; null: none was asked for. */
      pin: z.object({ pin: id, said: z.string().max(64) }).nullable(),
      /** As told: subject, then what happened, with times and zone, addresses, ports, protocol. */
      subject: short.min(1),
      text,
      urgent: z.boolean().default(false),
    }),
  ),
} as const
