/**
 * Every call and every feed between a window and the rest, declared once. From this value come the handlers that core must
 * return, the client of the renderer, the preload's list, the fake client of tests and the check of arguments.
 */
import { z } from 'zod'
import type { InspectedKey } from '../domain/key/key.ts'
import { core, shell, type Call, type Reply } from './call.ts'
import { cardCalls } from './card-calls.ts'
import { caseCalls } from './case-calls.ts'
import { exchangeCalls } from './exchange-calls.ts'
import { handoverCalls } from './handover-calls.ts'
import { intakeCalls } from './intake-calls.ts'
import { keyCalls } from './key-calls.ts'
import { vaultCalls } from './vault-calls.ts'
import { file, id, none, short } from './inputs.ts'
import type { DeskState, Grant, Me } from './views.ts'

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

  ...vaultCalls,

  'me.show': core<Me>()(none),
  /** Which steps new cases take; those that are open keep theirs. */
  'me.steps': core<Me>()(z.object({ analysis: z.boolean() })),

  ...cardCalls,

  ...keyCalls,
  /** Needs no vault: what a file of keys holds, with the key doctor's repairs. */
  'key.inspect': core<readonly InspectedKey[]>()(z.object({ file })),

  ...intakeCalls,

  ...caseCalls,

  ...exchangeCalls,

  ...handoverCalls,
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
  /** Policy, clocks, duty, disclosure: what the team has decided. */
  'policy.changed': null
  /** Checks, backups, the keys of the vault. */
  'vault.changed': null
  'handover.changed': null
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
  'policy.changed',
  'vault.changed',
  'handover.changed',
] as const satisfies readonly FeedName[]
