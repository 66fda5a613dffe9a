/** The commands about messages, reports and what may be released. */
import type { Command } from '../command.ts'
import { force, text } from './shared-options.ts'

export const messageCommands: readonly Command[] = [
  {
    name: 'message open',
    usage: 'FILE… [--out DIR [--part text|outside|html|ATTACHMENT…]] [--force]',
    says: 'cli.help.message-open',
    words: [1, 1_000],
    options: { out: 'one', part: 'many', ...force },
    writes: false,
    load: async () => (await import('../commands/message-open.ts')).open,
  },
  {
    name: 'message seal',
    usage: `--to CARD|FPR… --in -|FILE --out FILE [--subject ${text}] [--override ${text}] [--attach FILE…] [--attach-key] [--format eml|asc|pgp] [--case NUMBER] [--tlp TLP] [--class CLASS…] [--force]`,
    says: 'cli.help.message-seal',
    words: [0, 0],
    options: {
      to: 'many',
      in: 'one',
      out: 'one',
      subject: 'one',
      override: 'one',
      attach: 'many',
      'attach-key': 'flag',
      format: 'one',
      case: 'one',
      tlp: 'one',
      class: 'many',
      ...force,
    },
    writes: true,
    load: async () => (await import('../commands/message-seal.ts')).seal,
  },
  {
    name: 'release check',
    usage:
      '--to CARD|FPR|class:RECIPIENT… --channel email-pgp|email-plain|phone|form [--class CLASS…] [--case NUMBER] [--tlp TLP] [--disguised] [--permission] [--verified]',
    says: 'cli.help.release-check',
    words: [0, 0],
    options: {
      to: 'many',
      channel: 'one',
      class: 'many',
      case: 'one',
      tlp: 'one',
      disguised: 'flag',
      permission: 'flag',
      verified: 'flag',
    },
    writes: false,
    load: async () => (await import('../commands/release-check.ts')).check,
  },
  {
    name: 'report read',
    usage: 'FILE…',
    says: 'cli.help.report-read',
    words: [1, 10_000],
    options: {},
    writes: false,
    load: async () => (await import('../commands/report.ts')).read,
  },
  {
    name: 'report set-aside',
    usage: `FILE --reason ${text}`,
    says: 'cli.help.report-set-aside',
    words: [1, 1],
    options: { reason: 'one' },
    writes: true,
    load: async () => (await import('../commands/report.ts')).setAside,
  },
]
