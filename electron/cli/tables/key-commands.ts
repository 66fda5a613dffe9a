/** The commands about keys. */
import type { Command } from '../command.ts'
import { force, text } from './shared-options.ts'

export const keyCommands: readonly Command[] = [
  {
    name: 'key inspect',
    usage: 'FILE… [--fingerprint FPR]',
    says: 'cli.help.key-inspect',
    words: [1, 10_000],
    options: { fingerprint: 'one' },
    writes: false,
    load: async () => (await import('../commands/key.ts')).inspect,
  },
  {
    name: 'key generate',
    usage: '--name NAME --email ADDRESS [--role team|desk] [--key-passphrase-fd N]',
    says: 'cli.help.key-generate',
    words: [0, 0],
    options: { name: 'one', email: 'one', role: 'one', 'key-passphrase-fd': 'one' },
    writes: true,
    load: async () => (await import('../commands/key.ts')).generate,
  },
  {
    name: 'key import',
    usage: 'FILE… [--card ID] [--role team|other] [--key-passphrase-fd N]',
    says: 'cli.help.key-import',
    words: [1, 10_000],
    options: { card: 'one', role: 'one', 'key-passphrase-fd': 'one' },
    writes: true,
    load: async () => (await import('../commands/key.ts')).importKeys,
  },
  {
    name: 'key list',
    usage: '',
    says: 'cli.help.key-list',
    words: [0, 0],
    options: {},
    writes: false,
    load: async () => (await import('../commands/key.ts')).list,
  },
  {
    name: 'key export',
    usage: 'FPR [--out FILE] [--force]',
    says: 'cli.help.key-export',
    words: [1, 16],
    options: { out: 'one', ...force },
    writes: false,
    load: async () => (await import('../commands/key.ts')).exportKey,
  },
  {
    name: 'key revoke',
    usage: 'FPR [--reason no-reason|superseded|compromised|retired]',
    says: 'cli.help.key-revoke',
    words: [1, 16],
    options: { reason: 'one' },
    writes: true,
    load: async () => (await import('../commands/key.ts')).revoke,
  },
  {
    name: 'key trust',
    usage: `FPR verified|unverified|rejected --note ${text} --how signature|call-back|mail-back|referral|directory|in-person [--number NUMBER]`,
    says: 'cli.help.key-trust',
    words: [2, 17],
    options: { note: 'one', how: 'one', number: 'one' },
    writes: true,
    load: async () => (await import('../commands/key.ts')).trust,
  },
]
