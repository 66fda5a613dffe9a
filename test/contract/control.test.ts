/** Between main and the vault process only control passes, in shapes that leave no room for case text. */
import { expect, it } from 'vitest'
import { fromVaultSchema, toVaultSchema } from '../../shared/ipc/control.ts'

const counts = { overdue: 0, dueSoon: 0, unread: 0 }

it.each([
  { kind: 'case', text: 'x' },
  { kind: 'dues', dues: ['Credential phishing'], counts },
  { kind: 'dues', dues: [], counts: { ...counts, overdue: 'three' } },
  { kind: 'dues', dues: Array.from({ length: 1_001 }, () => '2026-11-22T19:00:00Z'), counts },
  { kind: 'clipboard', text: '' },
  null,
  'opened',
])('a message of the vault process such as %j is not heard', (message) => {
  expect(fromVaultSchema.safeParse(message).success).toBe(false)
})

it('what is not declared is dropped, so that nothing travels beside it', () => {
  const message = { kind: 'dues', dues: [], counts, title: 'Credential phishing' }
  expect(fromVaultSchema.parse(message)).toEqual({ kind: 'dues', dues: [], counts })
})

it.each([{ kind: 'grant', token: 'g', path: '/x', mode: 'delete', name: 'x' }, { kind: 'vault' }, { kind: 'unlock' }])(
  'a message of main such as %j is not heard',
  (message) => expect(toVaultSchema.safeParse(message).success).toBe(false),
)
