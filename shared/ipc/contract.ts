/**
 * Every call and every feed between a window and the rest, declared once. From this value come the handlers that core must
 * return, the client of the renderer, the preload's list, the fake client of tests and the check of arguments.
 */
import { z } from 'zod'
import { commandSchema } from '../domain/case/command.ts'
import { tlps } from '../domain/marking/tlp.ts'
import type { InspectedKey } from '../domain/key/key.ts'
import { core, shell, type Call, type Reply } from './call.ts'
import { cardCalls } from './card-calls.ts'
import { exchangeCalls } from './exchange-calls.ts'
import { keyCalls } from './key-calls.ts'
import { analyst, caseNumber, file, id, none, passphrase, short, target, text } from './inputs.ts'
import type {
  BackupDone,
  CaseView,
  DeskState,
  ExchangeRow,
  Grant,
  Intake,
  Me,
  QueueWindow,
  VaultCheck,
  VaultInfo,
} from './views.ts'

const page = { from: z.int().min(0).default(0), count: z.int().min(1).max(500).default(100) }
const caseRef = { number: caseNumber }
export const contract = {
  'desk.state': shell<DeskState>()(none),
  /** Chooses where the vault is (a grant of a folder dialog) and starts its process; `default` is the usual place of this machine. */
  'desk.choose': shell<DeskState>()(z.object({ grant: id.optional(), place: z.enum(['default', 'grant']) })),
  /** Starts the process of the chosen vault, so that vault.unlock can be asked. */
  'desk.connect': shell<DeskState>()(none),
  'desk.lock': shell<null>()(none),
  'desk.pick': shell<readonly Grant[]>()(
    z.object({ mode: z.enum(['open', 'save', 'folder']), purpose: short, suggestedName: short.optional() }),
  ),
  'desk.preferences': shell<DeskState>()(
    z.object({
      theme: z.enum(['system', 'light', 'dark']).optional(),
      language: z.enum(['en']).optional(),
      showCountsWhenLocked: z.boolean().optional(),
    }),
  ),

  'vault.status': core<{ exists: boolean; trial: boolean }>()(none),
  'vault.create': core<{ recoveryKey: string; deskKey: string }>()(
    z.object({ passphrase, analyst, zone: short, trial: z.boolean() }),
  ),
  'vault.unlock': core<Me>()(z.object({ passphrase })),
  'vault.recover': core<Me>()(z.object({ recoveryKey: short, passphrase })),
  'vault.passphrase': core<null>()(z.object({ current: passphrase, next: passphrase })),
  'vault.info': core<VaultInfo>()(none),
  'vault.check': core<VaultCheck>()(none),
  'vault.backup': core<BackupDone>()(z.object({ to: target })),
  'vault.verify': core<BackupDone>()(z.object({ from: file, passphrase })),
  /** Into the chosen, still empty vault folder. */
  'vault.restore': core<BackupDone>()(z.object({ from: file, passphrase })),
  'me.show': core<Me>()(none),

  ...cardCalls,

  ...keyCalls,
  /** Needs no vault: what a file of keys holds, with the key doctor's repairs. */
  'key.inspect': core<readonly InspectedKey[]>()(z.object({ file })),

  /** Keeps the original sealed in the tray (a detached signature beside it too), opens it, and proposes; a case is made only by intake.case or intake.attach. */
  'intake.open': core<Intake>()(z.object({ file, signature: file.optional() })),
  'intake.list': core<readonly ExchangeRow[]>()(none),
  'intake.show': core<Intake>()(z.object({ exchange: id })),
  'intake.case': core<CaseView>()(
    z.object({
      exchange: id,
      title: short,
      rung: z.int().min(1).max(12).nullable(),
      tlp: z.enum(tlps),
      urgent: z.boolean(),
      rsit: short.nullable(),
      constituent: short.nullable(),
      owner: short.nullable(),
    }),
  ),
  'intake.attach': core<readonly CaseView[]>()(z.object({ exchange: id, numbers: z.array(caseNumber).min(1).max(20) })),
  'intake.setAside': core<ExchangeRow>()(z.object({ exchange: id, reason: text })),

  'case.create': core<CaseView>()(z.object({ title: short })),
  'case.show': core<CaseView>()(z.object(caseRef)),
  'case.change': core<CaseView>()(z.object({ ...caseRef, heads: z.array(short).max(100), command: commandSchema })),
  'case.evidence': core<CaseView>()(z.object({ ...caseRef, file, source: short.min(1) })),
  'case.list': core<{ total: number; cases: readonly { number: string; title: string; phase: string }[] }>()(
    z.object({ search: short.default(''), ...page }),
  ),
  'case.report': core<{ file: string; sha256: string }>()(
    z.object({
      ...caseRef,
      audience: z.enum(['user', 'management', 'csirt', 'vendor', 'police', 'press']),
      to: target,
    }),
  ),
  'queue.window': core<QueueWindow>()(
    z.object({ order: z.enum(['policy', 'due']), filter: short.default(''), ...page }),
  ),

  ...exchangeCalls,
} as const satisfies Readonly<Record<string, Call<'core' | 'shell', z.ZodType, unknown>>>

export type Contract = typeof contract
export type CallName = keyof Contract
export type Input<N extends CallName> = z.input<Contract[N]['input']>
export type Parsed<N extends CallName> = z.output<Contract[N]['input']>
export type Output<N extends CallName> = Contract[N] extends Call<'core' | 'shell', z.ZodType, infer O> ? O : never

export type NameBy<Who extends 'core' | 'shell'> = {
  [N in CallName]: Contract[N]['by'] extends Who ? N : never
}[CallName]

/** What core must answer, and what shell must answer: forget one and it does not compile. */
export type Handlers<Who extends 'core' | 'shell'> = {
  readonly [N in NameBy<Who>]: (input: Parsed<N>) => Promise<Reply<Output<N>>>
}

/** Something has changed; who shows it asks again. Feeds carry ids only. */
export interface Feeds {
  'case.changed': { readonly number: string }
  'queue.changed': null
  'card.changed': null
  'key.changed': null
  'exchange.changed': null
  'me.changed': null
  'desk.changed': null
  'job.changed': null
  'bulletin.changed': null
}
export type FeedName = keyof Feeds
export const feedNames = [
  'case.changed',
  'queue.changed',
  'card.changed',
  'key.changed',
  'exchange.changed',
  'me.changed',
  'desk.changed',
  'job.changed',
  'bulletin.changed',
] as const satisfies readonly FeedName[]
