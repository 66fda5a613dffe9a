/** The commands about contact cards. */
import type { Command } from '../command.ts'
import { force } from './shared-options.ts'

export const cardCommands: readonly Command[] = [
  {
    name: 'card read',
    usage: 'FILE…',
    says: 'cli.help.card-read',
    words: [1, 10_000],
    options: {},
    writes: false,
    load: async () => (await import('../commands/card.ts')).read,
  },
  {
    name: 'card import',
    usage: 'FILE… [--confirm FPR…]',
    says: 'cli.help.card-import',
    words: [1, 10_000],
    options: { confirm: 'many' },
    writes: true,
    load: async () => (await import('../commands/card.ts')).importCards,
  },
  {
    name: 'card list',
    usage: '',
    says: 'cli.help.card-list',
    words: [0, 0],
    options: {},
    writes: false,
    load: async () => (await import('../commands/card.ts')).list,
  },
  {
    name: 'card show',
    usage: 'ID',
    says: 'cli.help.card-show',
    words: [1, 1],
    options: {},
    writes: false,
    load: async () => (await import('../commands/card.ts')).show,
  },
  {
    name: 'card lookup',
    usage: '- | VALUE…',
    says: 'cli.help.card-lookup',
    words: [1, 10_000],
    options: {},
    writes: false,
    load: async () => (await import('../commands/card-lookup.ts')).lookup,
  },
  {
    name: 'card export',
    usage: 'ID --format vcard|json|rfc2350 [--members code|name|none] [--out FILE]',
    says: 'cli.help.card-export',
    words: [1, 1],
    options: { format: 'one', members: 'one', out: 'one', ...force },
    writes: true,
    load: async () => (await import('../commands/card-export.ts')).exportCard,
  },
  {
    name: 'card reach',
    usage:
      'ID [--urgency urgent|normal] [--sensitivity high|low] [--purpose incident|general] [--audience public|constituent|csirt]',
    says: 'cli.help.card-reach',
    words: [1, 1],
    options: { urgency: 'one', sensitivity: 'one', purpose: 'one', audience: 'one' },
    writes: false,
    load: async () => (await import('../commands/card-reach.ts')).reach,
  },
]
