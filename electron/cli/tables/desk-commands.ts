/** The commands about all cases together. */
import type { Command } from '../command.ts'
import { force, text } from './shared-options.ts'

export const otherCommands: readonly Command[] = [
  {
    name: 'queue',
    usage: `[--filter ${text}] [--limit N] [--order policy|due]`,
    says: 'cli.help.queue',
    words: [0, 0],
    options: { filter: 'one', limit: 'one', order: 'one' },
    writes: false,
    load: async () => (await import('../commands/queue.ts')).queue,
  },
  {
    name: 'handover give',
    usage: '--to DESK-FPR [--case NUMBER…] [--no-evidence] --out FILE [--force]',
    says: 'cli.help.handover-give',
    words: [0, 0],
    options: { to: 'one', case: 'many', 'no-evidence': 'flag', out: 'one', ...force },
    writes: true,
    load: async () => (await import('../commands/handover.ts')).give,
  },
  {
    name: 'handover take',
    usage: 'FILE',
    says: 'cli.help.handover-take',
    words: [1, 1],
    options: {},
    writes: true,
    load: async () => (await import('../commands/handover.ts')).take,
  },
  {
    name: 'stats',
    usage: '--from DATE --to DATE [--csv]',
    says: 'cli.help.stats',
    words: [0, 0],
    options: { from: 'one', to: 'one', csv: 'flag' },
    writes: false,
    load: async () => (await import('../commands/stats.ts')).stats,
  },
  {
    name: 'fill',
    usage: '--cases N --entries M [--seed S]',
    says: 'cli.help.fill',
    words: [0, 0],
    options: { cases: 'one', entries: 'one', seed: 'one' },
    writes: true,
    load: async () => (await import('../commands/fill.ts')).fill,
  },
]
